package dev.couplet.transform.library;

import java.util.Map;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Writes JSON with escapes only where it requires them, and without a line break at the
 * end.
 */
final class JsonWriter {

	private static final int LONG = 1000;

	private final LimitedBuilder json;

	private final int indent;

	private JsonWriter(LimitedBuilder json, int indent) {
		this.json = json;
		this.indent = indent;
	}

	/**
	 * Writes JSON without white space.
	 * @param tree the value
	 * @param limit the maximum size of the result
	 * @return the JSON
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String write(JsonTree tree, SizeLimit limit) {
		return write(tree, 0, limit);
	}

	/**
	 * Writes JSON.
	 * @param tree the value
	 * @param indent the number of spaces for each level, or 0 for JSON on one line
	 * @param limit the maximum size of the result
	 * @return the JSON
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String write(JsonTree tree, int indent, SizeLimit limit) {
		LimitedBuilder json = new LimitedBuilder(limit);
		write(tree, indent, json);
		return json.toString();
	}

	static void write(JsonTree tree, int indent, LimitedBuilder json) {
		new JsonWriter(json, indent).write(tree, 1);
	}

	private void write(JsonTree tree, int depth) {
		switch (tree) {
			case JsonTree.Text text -> writeString(text.value());
			case JsonTree.Literal literal -> this.json.append(literal.word());
			case JsonTree.Elements elements -> writeElements(elements, depth);
			case JsonTree.Members members -> writeMembers(members, depth);
		}
	}

	private void writeString(String text) {
		// a string can become six times as long
		if (text.length() > LONG) {
			this.json.check(JsonString.size(text));
		}
		this.json.append(JsonString.encode(text));
	}

	private void writeElements(JsonTree.Elements array, int depth) {
		String separator = "[";
		for (JsonTree element : array.elements()) {
			this.json.append(separator).append(lineBreak(depth));
			write(element, depth + 1);
			separator = ",";
		}
		this.json.append(array.elements().isEmpty() ? "[]" : lineBreak(depth - 1) + "]");
	}

	private void writeMembers(JsonTree.Members object, int depth) {
		String separator = "{";
		for (Map.Entry<String, JsonTree> member : object.members().entrySet()) {
			this.json.append(separator).append(lineBreak(depth));
			writeString(member.getKey());
			this.json.append((this.indent > 0) ? ": " : ":");
			write(member.getValue(), depth + 1);
			separator = ",";
		}
		this.json.append(object.members().isEmpty() ? "{}" : lineBreak(depth - 1) + "}");
	}

	private String lineBreak(int depth) {
		return (this.indent > 0) ? "\n" + " ".repeat(depth * this.indent) : "";
	}

}
