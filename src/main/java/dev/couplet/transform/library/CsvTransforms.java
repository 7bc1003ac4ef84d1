package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.couplet.transform.Arguments;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.ValueRefusedException;

/**
 * CSV (RFC 4180) as JSON and as a table, and back.
 */
class CsvTransforms implements TransformLibrary {

	private static final String COMMA = ",";

	private static final String TAB = "tab";

	// unlike the default, it is not doubted if the text seems to have another delimiter
	private static final String EXPLICIT_COMMA = "comma";

	private static final String USE_DELIMITER = "use csv-to-json=%s";

	private static final int CALL_COST = 5000;

	@Override
	public List<Transform> transforms() {
		return List.of(toJson(), fromJson(), toMarkdown());
	}

	private static Parameter<String> delimiterParameter() {
		return Parameter.text("delimiter", 1, EXPLICIT_COMMA.length(), COMMA);
	}

	private static String delimiter(Parameter<String> parameter, Arguments arguments) {
		String delimiter = arguments.get(parameter);
		if (delimiter.equals(TAB)) {
			return "\t";
		}
		if (delimiter.equals(EXPLICIT_COMMA)) {
			return COMMA;
		}
		if (delimiter.codePointCount(0, delimiter.length()) > 1 || "\"\r\n".contains(delimiter)) {
			throw new BadArgumentException(
					"'%s' must be one character other than a quotation mark and a line break, tab, or comma"
						.formatted(parameter.name()));
		}
		return delimiter;
	}

	private static Transform toJson() {
		Parameter<String> delimiter = delimiterParameter();
		Parameter<String> header = Parameter.choice("header", "true", "false");
		return Transform.named("csv-to-json")
			.synonyms("csv2json", "csvjson", "from-csv", "csv-parse", "tsv-to-json", "read-csv")
			.describedAs("Converts CSV (RFC 4180) to a JSON array of objects whose keys are in the first record, or of "
					+ "arrays if there is no such header. All values are strings, and all records have as many as the first. "
					+ "The delimiter is one character, \"tab\" or \"comma\". A text without commas, but with equally many semicolons, "
					+ "tabs or vertical lines in each line, is refused unless the delimiter is \"comma\".")
			.with(delimiter, header)
			.weighing(500)
			.example("csv-to-json", "name,tide\nmoon,\"low, slow\"\n", "[{\"name\":\"moon\",\"tide\":\"low, slow\"}]")
			.binding((arguments) -> {
				String separator = delimiter(delimiter, arguments);
				boolean isExplicit = !arguments.get(delimiter).equals(COMMA);
				boolean keys = arguments.get(header).equals("true");
				String others = keys ? "" : ":false";
				return ByteOrderMark.droppedBy((text, limit) -> {
					if (!isExplicit) {
						CsvReader.refuseOtherDelimiter(text, USE_DELIMITER + others,
								"csv-to-json=" + EXPLICIT_COMMA + others);
					}
					List<List<String>> records = CsvReader.read(text, separator, USE_DELIMITER + others);
					return JsonWriter.write(keys ? objects(records) : arrays(records), limit);
				});
			});
	}

	private static JsonTree arrays(List<List<String>> records) {
		return new JsonTree.Elements(records.stream().map(CsvTransforms::array).toList(), 0);
	}

	private static JsonTree array(List<String> fields) {
		return new JsonTree.Elements(fields.stream().map((field) -> (JsonTree) new JsonTree.Text(field, 0)).toList(),
				0);
	}

	private static JsonTree objects(List<List<String>> records) {
		List<JsonTree> objects = new ArrayList<>();
		if (!records.isEmpty()) {
			List<String> header = records.getFirst();
			requireDistinct(header);
			for (List<String> fields : records.subList(1, records.size())) {
				Map<String, JsonTree> members = new LinkedHashMap<>();
				for (int i = 0; i < header.size(); i++) {
					members.put(header.get(i), new JsonTree.Text(fields.get(i), 0));
				}
				objects.add(new JsonTree.Members(members, 0));
			}
		}
		return new JsonTree.Elements(objects, 0);
	}

	private static void requireDistinct(List<String> header) {
		Set<String> names = new LinkedHashSet<>();
		for (String name : header) {
			if (!names.add(name)) {
				throw new ValueRefusedException(
						"the field %s of the CSV header is the same as an earlier one; the second argument false reads the header as data"
							.formatted(names.size() + 1));
			}
		}
	}

	private static Transform fromJson() {
		Parameter<String> delimiter = delimiterParameter();
		return Transform.named("json-to-csv")
			.synonyms("json2csv", "to-csv", "csv-write", "json-to-tsv")
			.describedAs("Converts a JSON array of objects to CSV (RFC 4180) with their keys as header, or one of "
					+ "arrays to CSV without header. Values are not nested, null is an empty field, and lines end "
					+ "with CRLF.")
			.with(delimiter)
			.weighing(500)
			.callCost(CALL_COST)
			.example("json-to-csv", "[{\"moon\":\"late, full\",\"tide\":2}]", "moon,tide\r\n\"late, full\",2\r\n")
			.binding((arguments) -> {
				String separator = delimiter(delimiter, arguments);
				return ByteOrderMark.droppedBy((text, limit) -> new CsvWriter(text, separator, limit).write());
			});
	}

	private static Transform toMarkdown() {
		return Transform.named("csv-to-markdown")
			.synonyms("csv-to-table", "csv2md", "markdown-table", "csv-to-md")
			.describedAs("Converts CSV (RFC 4180) to a table of GitHub Flavored Markdown whose first row is the "
					+ "header. A vertical line becomes \\|, and a line break in a field <br>. The delimiter is the comma: csv-to-json=tab,json-to-csv converts from another one.")
			.weighing(500)
			.example("csv-to-markdown", "name,tide\nmoon,low\n", "| name | tide |\n| --- | --- |\n| moon | low |\n")
			.applyingWithin(ByteOrderMark.droppedBy(CsvTransforms::table));
	}

	private static String table(String text, SizeLimit limit) {
		LimitedBuilder table = new LimitedBuilder(limit);
		List<List<String>> records = CsvReader.read(text, COMMA, "put csv-to-json=%s,json-to-csv first");
		for (int i = 0; i < records.size(); i++) {
			writeRow(records.get(i), table);
			if (i == 0) {
				writeRow(records.getFirst().stream().map((name) -> "---").toList(), table);
			}
		}
		return table.toString();
	}

	private static void writeRow(List<String> fields, LimitedBuilder table) {
		table.append("|");
		for (String field : fields) {
			table.append(" ")
				.append(field.strip()
					.replace("|", "\\|")
					.replace("\r\n", "<br>")
					.replace("\n", "<br>")
					.replace("\r", "<br>"))
				.append(" |");
		}
		table.append("\n");
	}

}
