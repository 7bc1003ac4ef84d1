package dev.couplet.transform.library;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Changes URLs, domains, addresses of email and IP addresses so that no program follows
 * them, and back.
 */
final class Defanging {

	private static final Pattern FANGLESS = Pattern
		.compile("(?=[hHfF]| ?[\\[({][.@:dDaA])(?:(?<scheme>(?<![a-zA-Z])(?:[hH][xX][xX][pP][sS]?|[fF][xX][pP][sS]?)"
				+ "(?=:|\\[:|\\(:))|(?<dot>[\\[({]\\.[\\])}]| ?[\\[({](?i:dot)[\\])}] ?)"
				+ "|(?<at>[\\[({]@[\\])}]| ?[\\[({](?i:at)[\\])}] ?)|(?<colon>[\\[({]:[\\])}])|(?<start>[\\[({]://[\\])}]))");

	private static final Pattern SCHEME = Pattern.compile("(?i)https?|ftps?");

	private final String text;

	private final BitSet changed = new BitSet();

	private Defanging(String text) {
		this.text = text;
	}

	/**
	 * Defangs a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text with such as {@code hxxp[:]//a[.]example}
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String defang(String text, SizeLimit limit) {
		Defanging defanging = new Defanging(text);
		Urls.find(text).forEach(defanging::url);
		Domains.find(text).forEach((domain) -> defanging.change(domain.start(), domain.end(), '.'));
		IpAddresses.find(text).forEach((address) -> {
			defanging.change(address.start(), address.end(), '.');
			defanging.change(address.start(), address.end(), ':');
		});
		Emails.find(text).forEach((email) -> defanging.change(email.start(), email.end(), '@'));
		return defanging.result(limit);
	}

	private void url(Span url) {
		int colon = this.text.indexOf(Urls.SEPARATOR, url.start());
		scheme(url.start(), colon, url.end());
		// another URL in its path or query
		for (int i = next(colon, url); i >= 0; i = next(i, url)) {
			scheme(Urls.startOfScheme(this.text, i, url.start()), i, url.end());
		}
	}

	private int next(int colon, Span url) {
		return this.text.indexOf(Urls.SEPARATOR, colon + 1, url.end());
	}

	private void scheme(int schemeStart, int colon, int urlEnd) {
		if (SCHEME.matcher(this.text.substring(schemeStart, colon)).matches()) {
			int start = Math.max(schemeStart, colon - "https".length());
			change(start, colon, 't');
			change(start, colon, 'T');
		}
		this.changed.set(colon);
		int start = colon + Urls.SEPARATOR.length();
		int end = start;
		while (end < urlEnd && "/?#".indexOf(this.text.charAt(end)) < 0) {
			end++;
		}
		change(start, end, '.');
	}

	private void change(int start, int end, char unit) {
		for (int i = this.text.indexOf(unit, start, end); i >= 0; i = this.text.indexOf(unit, i + 1, end)) {
			this.changed.set(i);
		}
	}

	private static String defanged(char unit) {
		return switch (unit) {
			case 't' -> "x";
			case 'T' -> "X";
			case '.' -> "[.]";
			case ':' -> "[:]";
			default -> "[at]";
		};
	}

	private String result(SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		int end = 0;
		for (int i = this.changed.nextSetBit(0); i >= 0; i = this.changed.nextSetBit(i + 1)) {
			result.append(this.text.substring(end, i)).append(defanged(this.text.charAt(i)));
			end = i + 1;
		}
		return result.append(this.text.substring(end)).toString();
	}

	/**
	 * Restores what was defanged.
	 * @param text any text
	 * @return the text; anything else is left unchanged
	 */
	static String refang(String text) {
		Matcher matcher = FANGLESS.matcher(text);
		StringBuilder result = new StringBuilder(text.length());
		int copied = 0;
		while (matcher.find()) {
			result.append(text, copied, matcher.start()).append(restored(matcher));
			copied = matcher.end();
		}
		return result.append(text, copied, text.length()).toString();
	}

	private static String restored(Matcher matcher) {
		String scheme = matcher.group("scheme");
		if (scheme != null) {
			return scheme.replace('x', 't').replace('X', 'T');
		}
		if (matcher.group("dot") != null) {
			return ".";
		}
		if (matcher.group("at") != null) {
			return "@";
		}
		return (matcher.group("colon") != null) ? ":" : Urls.SEPARATOR;
	}

}
