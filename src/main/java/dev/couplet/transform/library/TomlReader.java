package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Reads TOML (version 1.0) as JSON. Dates and times become strings.
 */
final class TomlReader {

	private static final TomlMapper TOML = TomlMapper
		.builder(TomlFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(2 * JsonReader.MAX_DEPTH)
				.maxStringLength(Integer.MAX_VALUE)
				.build())
			.build())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	// for the reasons of the parser, by what they begin with
	private static final Map<String, String> REMEDIES = Map.of("Duplicate key", "a key occurs once", "Table redefined",
			"a table occurs once", "Path into existing", "the key has a value already", "Zero-prefixed",
			"a number has no leading zero", "Invalid number", "a number has at most 1000 digits", "Premature end",
			"the text ends before a value, bracket or quotation mark that it needs", "Newline not permitted",
			"a key and its value are on one line, with all of a string or inline table", "Unknown escape",
			"a backslash itself is written as two", "More data after", "each key is on a line of its own",
			"Unexpected token", "a key is followed by '=' and its value");

	private final String text;

	private TomlReader(String text) {
		this.text = text;
	}

	/**
	 * Reads a text.
	 * @param text the TOML
	 * @return an object
	 * @throws ValueRefusedException if it is not TOML
	 */
	static JsonTree read(String text) {
		try {
			return new TomlReader(text).tree(TOML.readTree(text), 1);
		}
		catch (JacksonException ex) {
			TokenStreamLocation place = ex.getLocation();
			boolean known = place != null && place.getLineNr() > 0;
			throw new ValueRefusedException("not TOML, or more than it may have"
					+ (known ? ", at line " + place.getLineNr() + ", column " + place.getColumnNr() : "")
					+ remedy(ex.getOriginalMessage(), known ? line(text, place) : ""));
		}
	}

	// the text before the fault, in its line
	private static String line(String text, TokenStreamLocation place) {
		String line = text.lines().skip(place.getLineNr() - 1L).findFirst().orElse("");
		return line.substring(0, Math.clamp(place.getColumnNr() - 1L, 0, line.length()));
	}

	// the parser's reasons can quote the text
	private static String remedy(String reason, String before) {
		return REMEDIES.entrySet()
			.stream()
			.filter((entry) -> reason.startsWith(entry.getKey()))
			.map((entry) -> "; " + entry.getValue())
			.findFirst()
			.orElseGet(() -> !reason.startsWith("Unknown token") ? ""
					: before.contains("=") ? "; strings have quotation marks, and true and false are in lower case"
							: "; a key is followed by '=' and its value");
	}

	private JsonTree tree(JsonNode node, int depth) {
		if (depth > JsonReader.MAX_DEPTH && node.isContainer()) {
			throw new ValueRefusedException("the TOML has more than " + JsonReader.MAX_DEPTH + " levels");
		}
		if (node.isObject()) {
			Map<String, JsonTree> members = new LinkedHashMap<>();
			node.properties()
				.forEach((member) -> members.put(wellFormed(member.getKey()), tree(member.getValue(), depth + 1)));
			return new JsonTree.Members(members, 0);
		}
		if (node.isArray()) {
			List<JsonTree> elements = new ArrayList<>();
			node.forEach((element) -> elements.add(tree(element, depth + 1)));
			return new JsonTree.Elements(elements, 0);
		}
		return scalar(node);
	}

	private String wellFormed(String string) {
		if (!Utf8.isWellFormed(string)) {
			throw TextPosition.refusal("half of a surrogate pair in a TOML string", this.text,
					Math.max(0, TomlScanner.surrogate(this.text)), "");
		}
		return string;
	}

	private JsonTree scalar(JsonNode node) {
		if (node.isString()) {
			return new JsonTree.Text(wellFormed(node.stringValue()), 0);
		}
		if (node.isBigDecimal()) {
			return new JsonTree.Literal(node.decimalValue().toString(), 0);
		}
		if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
			throw TextPosition.refusal("an infinity or NaN, which JSON does not have,", this.text,
					Math.max(0, TomlScanner.notFinite(this.text)), "make it a string");
		}
		return new JsonTree.Literal(node.asString(), 0);
	}

}
