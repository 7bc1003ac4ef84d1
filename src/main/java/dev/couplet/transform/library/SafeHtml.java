package dev.couplet.transform.library;

import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * The elements and attributes of jsoup's relaxed list. What is not an absolute URL with a
 * usual scheme is dropped before jsoup sees it: it builds a URL from every link, and an
 * exception from each that is none, which takes 50 microseconds.
 */
final class SafeHtml extends Safelist {

	private static final Set<String> LINKS = Set.of("href", "src", "cite");

	private static final List<String> SCHEMES = List.of("https://", "http://", "ftp://", "mailto:");

	SafeHtml() {
		super(Safelist.relaxed());
		// all that are left are absolute, and need not be made so
		preserveRelativeLinks(true);
	}

	@Override
	public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
		String value = attribute.getValue();
		boolean dropped = LINKS.contains(attribute.getKey())
				&& SCHEMES.stream().noneMatch((scheme) -> value.regionMatches(true, 0, scheme, 0, scheme.length()));
		return !dropped && super.isSafeAttribute(tag, element, attribute);
	}

}
