package dev.couplet.transform.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.couplet.transform.PercentEncoding;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;

/**
 * Reads and writes application/x-www-form-urlencoded (URL Standard, section 5) in UTF-8.
 */
final class QueryString {

	private final String text;

	private final LimitedBuilder query;

	private QueryString(String text, SizeLimit limit) {
		this.text = text;
		this.query = new LimitedBuilder(limit);
	}

	/**
	 * Reads a query string. Malformed percent-encoding is refused, which the standard
	 * would leave as it is.
	 * @param text the query string
	 * @return an object of strings and arrays of strings
	 */
	static JsonTree read(String text) {
		// so that the characters of a text are checked once, and reasons name their place
		PercentEncoding.decode(text, ValueRefusedException::new);
		Map<String, JsonTree> members = new LinkedHashMap<>();
		int start = text.startsWith("?") ? 1 : 0;
		int length = text.endsWith("\r\n") ? text.length() - 2 : text.length() - (text.endsWith("\n") ? 1 : 0);
		while (start < length) {
			int end = text.indexOf('&', start);
			end = (end < 0 || end > length) ? length : end;
			if (end > start) {
				add(members, text.substring(start, end));
			}
			start = end + 1;
		}
		return new JsonTree.Members(members, 0);
	}

	private static void add(Map<String, JsonTree> members, String pair) {
		int equals = pair.indexOf('=');
		String name = decoded((equals >= 0) ? pair.substring(0, equals) : pair);
		JsonTree value = new JsonTree.Text((equals >= 0) ? decoded(pair.substring(equals + 1)) : "", 0);
		JsonTree.add(members, name, value);
	}

	private static String decoded(String part) {
		return PercentEncoding.decode(part.replace('+', ' '), (reason) -> new ValueRefusedException(
				"the percent-encoded bytes of a name or value in the query string are not UTF-8"));
	}

	/**
	 * Writes a query string.
	 * @param text a JSON object
	 * @param limit the maximum size of the result
	 * @return the query string
	 * @throws ValueRefusedException if it is not an object, or nested
	 */
	static String write(String text, SizeLimit limit) {
		JsonTree tree = JsonReader.read(text);
		QueryString writer = new QueryString(text, limit);
		if (!(tree instanceof JsonTree.Members object)) {
			throw writer.refusal(tree);
		}
		object.members().forEach((name, value) -> {
			String encoded = encoded(name);
			if (value instanceof JsonTree.Elements array) {
				array.elements().forEach((element) -> writer.add(encoded, element));
			}
			else {
				writer.add(encoded, value);
			}
		});
		return writer.query.toString();
	}

	private void add(String name, JsonTree value) {
		this.query.append(this.query.isEmpty() ? "" : "&").append(name).append("=").append(encoded(value));
	}

	private String encoded(JsonTree value) {
		return switch (value) {
			case JsonTree.Text string -> encoded(string.value());
			case JsonTree.Literal literal -> literal.isNull() ? "" : encoded(literal.word());
			default -> throw refusal(value);
		};
	}

	private static String encoded(String part) {
		return URLEncoder.encode(part, StandardCharsets.UTF_8);
	}

	private ValueRefusedException refusal(JsonTree tree) {
		return TextPosition.refusal("JSON that is not a flat object", this.text, tree.at(),
				"a query string has an object of strings, or of arrays of them");
	}

}
