package dev.couplet.transform.guess;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Recognizes texts of a known format: JSON, XML, HTML and URLs. Their escapes belong to
 * the format, and are no sign of another encoding.
 */
final class Markup {

	private static final JsonFactory JSON = new JsonFactory();

	private static final Pattern TAG = Pattern.compile("<([A-Za-z][A-Za-z0-9:._-]*)(?=[\\s/>])");

	private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]{1,10}://[!-~&&[^%]]+");

	private static final double STRUCTURED = 0.98;

	private static final double ADDRESS = 0.9;

	private Markup() {
	}

	/**
	 * Finds the format of a text.
	 * @param text the text, or its beginning
	 * @param complete whether it is the whole text
	 * @return what it looks like, or null if it has none of the formats
	 */
	static @Nullable Appearance find(String text, boolean complete) {
		String trimmed = text.strip();
		if (trimmed.isEmpty()) {
			return null;
		}
		return switch (trimmed.charAt(0)) {
			case '{', '[' -> isJson(trimmed, complete) ? structured("application/json", trimmed) : null;
			case '<' -> tagged(trimmed, complete);
			default -> URL.matcher(trimmed).matches() ? new Appearance("text/plain", ADDRESS) : null;
		};
	}

	private static Appearance structured(String type, String text) {
		// [1] could be anything
		return new Appearance(type, STRUCTURED * text.length() / (text.length() + 1));
	}

	private static boolean isJson(String text, boolean complete) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
			int depth = 0;
			while (parser.nextToken() != null) {
				if (depth == 0 && parser.currentTokenLocation().getCharOffset() > 0) {
					return false;
				}
				depth += parser.currentToken().isStructStart() ? 1 : 0;
				depth -= parser.currentToken().isStructEnd() ? 1 : 0;
			}
			return true;
		}
		catch (UnexpectedEndOfInputException ex) {
			return !complete;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private static @Nullable Appearance tagged(String text, boolean complete) {
		String lower = text.substring(0, Math.min(text.length(), 100)).toLowerCase(Locale.ROOT);
		if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
			return structured("text/html", text);
		}
		Matcher tag = TAG.matcher(text);
		boolean declared = lower.startsWith("<?xml") || lower.startsWith("<!doctype") || lower.startsWith("<!--");
		if (!tag.find() || (tag.start() > 0 && !declared)) {
			return null;
		}
		boolean closed = !complete || text.endsWith("/>") || text.endsWith("</" + tag.group(1) + ">");
		return closed ? structured("application/xml", text) : null;
	}

}
