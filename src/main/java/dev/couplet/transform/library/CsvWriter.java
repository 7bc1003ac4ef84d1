package dev.couplet.transform.library;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON array as CSV (RFC 4180).
 */
final class CsvWriter {

	private static final String SHAPE = "CSV takes an array of objects, or of arrays, that have no others in them";

	private final String text;

	private final String delimiter;

	private final LimitedBuilder csv;

	CsvWriter(String text, String delimiter, SizeLimit limit) {
		this.text = text;
		this.delimiter = delimiter;
		this.csv = new LimitedBuilder(limit);
	}

	String write() {
		JsonTree tree = JsonReader.read(this.text);
		if (!(tree instanceof JsonTree.Elements array)) {
			throw refusal(tree);
		}
		if (!array.elements().isEmpty() && array.elements().getFirst() instanceof JsonTree.Members) {
			writeObjects(array.elements());
		}
		else {
			array.elements().forEach(this::writeArray);
		}
		return this.csv.toString();
	}

	private void writeObjects(List<JsonTree> objects) {
		Set<String> header = new LinkedHashSet<>();
		objects.forEach((object) -> header.addAll(members(object).members().keySet()));
		if (header.isEmpty()) {
			return;
		}
		writeRecord(header.stream());
		for (JsonTree object : objects) {
			writeRecord(header.stream().map((key) -> field(members(object).members().get(key))));
		}
	}

	private JsonTree.Members members(JsonTree tree) {
		if (tree instanceof JsonTree.Members object) {
			return object;
		}
		throw refusal(tree);
	}

	private void writeArray(JsonTree tree) {
		if (!(tree instanceof JsonTree.Elements array)) {
			throw refusal(tree);
		}
		writeRecord(array.elements().stream().map(this::field));
	}

	private void writeRecord(Stream<String> fields) {
		String line = fields.map((field) -> quoted(field, this.delimiter)).collect(Collectors.joining(this.delimiter));
		// a blank line would be no record
		this.csv.append(line.isEmpty() ? "\"\"" : line).append("\r\n");
	}

	/**
	 * Writes a field.
	 * @param field any text
	 * @param delimiter what separates fields
	 * @return the field, in quotation marks if it needs them
	 */
	static String quoted(String field, String delimiter) {
		boolean plain = !field.contains(delimiter)
				&& field.chars().noneMatch((unit) -> unit == '"' || unit == '\r' || unit == '\n');
		return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
	}

	private String field(@Nullable JsonTree tree) {
		return switch (tree) {
			case null -> "";
			case JsonTree.Text string -> string.value();
			case JsonTree.Literal literal -> literal.isNull() ? "" : literal.word();
			default -> throw refusal(tree);
		};
	}

	private ValueRefusedException refusal(JsonTree tree) {
		return TextPosition.refusal("JSON that is not a flat table", this.text, tree.at(), SHAPE);
	}

}
