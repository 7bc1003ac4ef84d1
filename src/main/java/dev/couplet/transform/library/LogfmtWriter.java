package dev.couplet.transform.library;

import java.util.List;
import java.util.Map;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;

/**
 * Writes JSON objects as logfmt.
 */
final class LogfmtWriter {

	private final String text;

	private final LimitedBuilder lines;

	private LogfmtWriter(String text, SizeLimit limit) {
		this.text = text;
		this.lines = new LimitedBuilder(limit);
	}

	/**
	 * Converts JSON.
	 * @param text objects, or an array of objects
	 * @param limit the maximum size of the result
	 * @return a line for each object
	 * @throws ValueRefusedException if the JSON is something else, or nested
	 */
	static String convert(String text, SizeLimit limit) {
		LogfmtWriter writer = new LogfmtWriter(text, limit);
		List<JsonTree> values = JsonReader.readAll(text);
		boolean isArray = values.size() == 1 && values.getFirst() instanceof JsonTree.Elements;
		for (JsonTree value : isArray ? ((JsonTree.Elements) values.getFirst()).elements() : values) {
			writer.writeLine(value);
		}
		return writer.lines.toString();
	}

	private void writeLine(JsonTree tree) {
		if (!(tree instanceof JsonTree.Members object)) {
			throw refusal("JSON that is not an object", tree, "logfmt has an object on each line");
		}
		String separator = "";
		for (Map.Entry<String, JsonTree> member : object.members().entrySet()) {
			String key = member.getKey();
			if (key.isEmpty() || key.chars().anyMatch(LogfmtWriter::isSpecial)) {
				throw refusal("a value whose key is empty, or has a space, quotation mark or equals sign,",
						member.getValue(), "logfmt has no other keys");
			}
			this.lines.append(separator).append(key).append("=").append(value(member.getValue()));
			separator = " ";
		}
		this.lines.append("\n");
	}

	private String value(JsonTree tree) {
		return switch (tree) {
			case JsonTree.Text string -> quoted(string.value());
			case JsonTree.Literal literal -> literal.word();
			default -> throw refusal("nested JSON", tree, "logfmt is flat");
		};
	}

	private static String quoted(String value) {
		return value.chars().anyMatch((unit) -> isSpecial(unit) || unit == '\\') ? JsonString.encode(value) : value;
	}

	private static boolean isSpecial(int unit) {
		return unit <= ' ' || unit == '=' || unit == '"';
	}

	private ValueRefusedException refusal(String what, JsonTree tree, String remedy) {
		return TextPosition.refusal(what, this.text, tree.at(), remedy);
	}

}
