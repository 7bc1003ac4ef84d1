package dev.couplet.transform.library;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.ibm.icu.text.UTF16;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * The layout of JSON and JSON Lines. Numbers keep their digits.
 */
class JsonTransforms implements TransformLibrary {

	static final Comparator<String> BY_CODE_POINT = new UTF16.StringComparator(true, false, 0);

	private static final int INDENT = 2;

	private static final int MAX_INDENT = 8;

	private static final int MAX_PATH = 500;

	private static final int WEIGHT = 300;

	private static final int CALL_COST = 5000;

	@Override
	public List<Transform> transforms() {
		return List.of(pretty(), minify(), sortKeys(), query(), fromLines(), toLines());
	}

	private static Transform pretty() {
		Parameter<Integer> indent = Parameter.integer("indent", 1, MAX_INDENT, INDENT);
		return Transform.named("json-pretty")
			.synonyms("json-format", "json-beautify", "beautify-json", "format-json", "jq", "prettify-json",
					"pretty-print", "json-indent")
			.describedAs("Formats JSON (RFC 8259) with a line for each value and the given number of spaces for each "
					+ "level. Numbers keep their digits, and duplicate keys are refused.")
			.with(indent)
			.weighing(WEIGHT)
			.callCost(CALL_COST)
			.example("json-pretty", "{\"moon\":[\"late\",1.10]}", """
					{
					  "moon": [
					    "late",
					    1.10
					  ]
					}""")
			.binding((arguments) -> {
				int spaces = arguments.get(indent);
				return ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(JsonReader.read(text), spaces, limit));
			});
	}

	private static Transform minify() {
		return Transform.named("json-minify")
			.synonyms("json-compact", "minify-json", "compact-json", "json-compress")
			.describedAs("Removes white space between the values of JSON (RFC 8259), and escapes that it does not "
					+ "require. Numbers keep their digits, and duplicate keys are refused.")
			.weighing(WEIGHT)
			.callCost(CALL_COST)
			.example("json-minify", "{ \"moon\": [\"late\", 1.10] }", "{\"moon\":[\"late\",1.10]}")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(JsonReader.read(text), limit)));
	}

	private static Transform sortKeys() {
		return Transform.named("json-sort-keys")
			.synonyms("json-sort", "sort-json", "sort-keys", "jq-s", "json-canonicalize")
			.describedAs("Sorts the keys of all JSON objects by code point, and formats the JSON as json-pretty does. "
					+ "Arrays keep their order.")
			.weighing(WEIGHT)
			.callCost(CALL_COST)
			.example("json-sort-keys", "{\"tide\":2,\"moon\":1}", "{\n  \"moon\": 1,\n  \"tide\": 2\n}")
			.applyingWithin(ByteOrderMark
				.droppedBy((text, limit) -> JsonWriter.write(sorted(JsonReader.read(text)), INDENT, limit)));
	}

	private static JsonTree sorted(JsonTree tree) {
		return switch (tree) {
			case JsonTree.Elements array ->
				new JsonTree.Elements(array.elements().stream().map(JsonTransforms::sorted).toList(), array.at());
			case JsonTree.Members object -> {
				Map<String, JsonTree> members = new LinkedHashMap<>();
				object.members()
					.entrySet()
					.stream()
					.sorted(Map.Entry.comparingByKey(BY_CODE_POINT))
					.forEach((member) -> members.put(member.getKey(), sorted(member.getValue())));
				yield new JsonTree.Members(members, object.at());
			}
			default -> tree;
		};
	}

	private static Transform query() {
		Parameter<String> path = Parameter.text("path", 1, MAX_PATH);
		return Transform.named("json-query")
			.synonyms("jsonpath", "json-path", "jsonpath-query", "jp", "json-extract", "json-select")
			.describedAs("Selects values of JSON with JSONPath (RFC 9535), and writes the matches as a JSON array. "
					+ "Other than in the RFC, the patterns of match and search are in the path, and RE2's.")
			.with(path)
			.weighing(JsonQuery.WEIGHT)
			.callCost(CALL_COST)
			.example("json-query=$%2E%2Etide[?@%2Eheight < 2]%2Ehour",
					"{\"moon\":\"late\",\"tide\":[{\"hour\":4,\"height\":0.7},{\"hour\":10,\"height\":3.1}]}", "[4]")
			.binding((arguments) -> JsonPathParser.parse(arguments.get(path)));
	}

	private static Transform fromLines() {
		return Transform.named("json-lines-to-json")
			.synonyms("jsonl-to-json", "ndjson-to-json", "slurp", "jq-slurp")
			.describedAs("Makes one JSON array of JSON Lines: of JSON values, each on a line. "
					+ "Values that span lines are taken too, and blank lines are ignored.")
			.weighing(WEIGHT)
			.callCost(CALL_COST)
			.example("json-lines-to-json", "{\"moon\":1}\n{\"tide\":2}\n", "[{\"moon\":1},{\"tide\":2}]")
			.applyingWithin(ByteOrderMark.droppedBy(
					(text, limit) -> JsonWriter.write(new JsonTree.Elements(JsonReader.readAll(text), 0), limit)));
	}

	private static Transform toLines() {
		return Transform.named("json-to-json-lines")
			.synonyms("json-to-jsonl", "json-to-ndjson", "jq-c", "unslurp")
			.describedAs("Writes each element of a JSON array on a line, as JSON Lines that end with LF. "
					+ "Anything but an array is written as one line.")
			.weighing(WEIGHT)
			.callCost(CALL_COST)
			.example("json-to-json-lines", "[{\"moon\": 1}, {\"tide\": 2}]", "{\"moon\":1}\n{\"tide\":2}\n")
			.applyingWithin(ByteOrderMark.droppedBy(JsonTransforms::lines));
	}

	private static String lines(String text, SizeLimit limit) {
		JsonTree tree = JsonReader.read(text);
		LimitedBuilder lines = new LimitedBuilder(limit);
		for (JsonTree line : (tree instanceof JsonTree.Elements array) ? array.elements() : List.of(tree)) {
			JsonWriter.write(line, 0, lines);
			lines.append("\n");
		}
		return lines.toString();
	}

}
