package dev.couplet.transform.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;

/**
 * Writes a JSON object as TOML (version 1.0): values first, then a table for each object,
 * and a table of an array for each object in an array of nothing else.
 */
final class TomlWriter {

	private static final int MAX_DIGITS = 18;

	private final String text;

	private final LimitedBuilder toml;

	private final Deque<String> path = new ArrayDeque<>();

	private TomlWriter(String text, SizeLimit limit) {
		this.text = text;
		this.toml = new LimitedBuilder(limit);
	}

	/**
	 * Converts a text.
	 * @param text a JSON object
	 * @param limit the maximum size of the result
	 * @return the TOML
	 * @throws ValueRefusedException if TOML has no equivalent
	 */
	static String write(String text, SizeLimit limit) {
		JsonTree tree = JsonReader.read(text);
		if (!(tree instanceof JsonTree.Members object)) {
			throw TextPosition.refusal("JSON that is not an object", text, tree.at(), "TOML is a table");
		}
		TomlWriter writer = new TomlWriter(text, limit);
		writer.writeTable(object);
		return writer.toml.toString();
	}

	private void writeTable(JsonTree.Members table) {
		table.members().forEach((key, value) -> {
			if (!isTable(value) && !isTables(value)) {
				this.toml.append(key(key)).append(" = ");
				writeValue(value);
				this.toml.append("\n");
			}
		});
		table.members().forEach((key, value) -> {
			this.path.addLast(key(key));
			if (value instanceof JsonTree.Members inner) {
				writeHeader("[", "]");
				writeTable(inner);
			}
			else if (value instanceof JsonTree.Elements array && isTables(value)) {
				for (JsonTree element : array.elements()) {
					writeHeader("[[", "]]");
					writeTable((JsonTree.Members) element);
				}
			}
			this.path.removeLast();
		});
	}

	private void writeHeader(String open, String close) {
		this.toml.append(this.toml.isEmpty() ? open : "\n" + open);
		String separator = "";
		for (String key : this.path) {
			this.toml.append(separator).append(key);
			separator = ".";
		}
		this.toml.append(close).append("\n");
	}

	private static boolean isTable(JsonTree tree) {
		return tree instanceof JsonTree.Members;
	}

	private static boolean isTables(JsonTree tree) {
		return tree instanceof JsonTree.Elements array && !array.elements().isEmpty()
				&& array.elements().stream().allMatch(TomlWriter::isTable);
	}

	private void writeValue(JsonTree tree) {
		switch (tree) {
			case JsonTree.Text string -> this.toml.append(quoted(string.value()));
			case JsonTree.Literal literal -> this.toml.append(literal(literal));
			case JsonTree.Elements array -> writeArray(array.elements());
			case JsonTree.Members object -> writeInline(object.members());
		}
	}

	private void writeArray(List<JsonTree> elements) {
		String separator = "[";
		for (JsonTree element : elements) {
			this.toml.append(separator);
			writeValue(element);
			separator = ", ";
		}
		this.toml.append(elements.isEmpty() ? "[]" : "]");
	}

	private void writeInline(Map<String, JsonTree> members) {
		String separator = "{ ";
		for (Map.Entry<String, JsonTree> member : members.entrySet()) {
			this.toml.append(separator).append(key(member.getKey())).append(" = ");
			writeValue(member.getValue());
			separator = ", ";
		}
		this.toml.append(members.isEmpty() ? "{}" : " }");
	}

	private String literal(JsonTree.Literal literal) {
		if (literal.isNull()) {
			throw refusal("null, which TOML does not have,", literal, "leave the key out");
		}
		String word = literal.word();
		boolean whole = word.chars().allMatch((unit) -> unit == '-' || AsciiCharacter.isDigit(unit));
		if (whole && !isLong(word)) {
			throw refusal("a number that is too large for TOML, which has 64 bits,", literal, "make it a string");
		}
		return word;
	}

	private static boolean isLong(String digits) {
		if (digits.length() <= MAX_DIGITS) {
			return true;
		}
		try {
			Long.parseLong(digits);
			return true;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	private ValueRefusedException refusal(String what, JsonTree tree, String remedy) {
		return TextPosition.refusal(what, this.text, tree.at(), remedy);
	}

	private static String key(String key) {
		boolean bare = !key.isEmpty()
				&& key.chars().allMatch((unit) -> AsciiCharacter.isLetterOrDigit(unit) || unit == '_' || unit == '-');
		return bare ? key : quoted(key);
	}

	// the escapes of JSON are some of TOML's, which does not allow U+007F as it is
	private static String quoted(String text) {
		return JsonString.encode(text).replace("\u007F", "\\u007F");
	}

}
