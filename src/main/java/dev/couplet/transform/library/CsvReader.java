package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.couplet.transform.ValueRefusedException;

/**
 * Reads CSV (RFC 4180). Lines end with LF or CRLF, and blank ones are ignored. What a
 * lenient reader would guess is refused.
 */
final class CsvReader {

	// that other programs write, with the argument of a recipe for each
	private static final List<Map.Entry<String, String>> OTHER_DELIMITERS = List.of(Map.entry(";", "%3B"),
			Map.entry("\t", "tab"), Map.entry("|", "%7C"));

	private final String text;

	private final String delimiter;

	private final String remedy;

	private int index;

	private CsvReader(String text, String delimiter, String remedy) {
		this.text = text;
		this.delimiter = delimiter;
		this.remedy = remedy;
	}

	/**
	 * Reads all records.
	 * @param text the text
	 * @param delimiter what is between two fields
	 * @param remedy the step that reads another delimiter, with {@code %s} for it
	 * @return the records, all with the same number of fields
	 * @throws ValueRefusedException if the text is not CSV
	 */
	static List<List<String>> read(String text, String delimiter, String remedy) {
		return new CsvReader(text, delimiter, remedy).read();
	}

	/**
	 * Refuses a text that probably has another delimiter than the comma: it has several
	 * lines, no comma and no quotation mark, and each line that is not empty has the same
	 * number of semicolons, tabs or vertical lines.
	 * @param text the text
	 * @param remedy the step that reads another delimiter, with {@code %s} for it
	 * @param otherwise the step that reads the text as one column
	 * @throws ValueRefusedException if it is such a text
	 */
	static void refuseOtherDelimiter(String text, String remedy, String otherwise) {
		// in quotation marks, anything may be data
		if (text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.strip().indexOf('\n') < 0) {
			return;
		}
		for (Map.Entry<String, String> other : OTHER_DELIMITERS) {
			char delimiter = other.getKey().charAt(0);
			if (isRegular(text, delimiter)) {
				throw TextPosition.refusal("CSV without a comma, but with another delimiter in each line,", text,
						text.indexOf(delimiter),
						"%s or, for one column, %s".formatted(remedy.formatted(other.getValue()), otherwise));
			}
		}
	}

	private static boolean isRegular(String text, char delimiter) {
		long[] counts = text.lines()
			.filter((line) -> !line.isEmpty())
			.mapToLong((line) -> line.chars().filter((unit) -> unit == delimiter).count())
			.distinct()
			.limit(2)
			.toArray();
		return counts.length == 1 && counts[0] > 0;
	}

	private List<List<String>> read() {
		List<List<String>> records = new ArrayList<>();
		while (this.index < this.text.length()) {
			if (skipLineBreak()) {
				continue;
			}
			int start = this.index;
			List<String> fields = readRecord();
			if (!records.isEmpty() && fields.size() != records.getFirst().size()) {
				throw refusal(
						"a CSV record of %s field%s, where the first record has %s,".formatted(fields.size(),
								(fields.size() == 1) ? "" : "s", records.getFirst().size()),
						start,
						(records.getFirst().size() == 1) ? remedyForDelimiterIn(records.getFirst().getFirst()) : "");
			}
			records.add(fields);
		}
		return records;
	}

	private List<String> readRecord() {
		List<String> fields = new ArrayList<>();
		boolean more = true;
		while (more) {
			fields.add(isAt("\"") ? readQuoted() : readPlain());
			more = isAt(this.delimiter);
			if (more) {
				this.index += this.delimiter.length();
			}
		}
		if (this.index < this.text.length() && !skipLineBreak()) {
			String otherDelimiter = remedyForDelimiterIn(this.text.substring(this.index, this.index + 1));
			throw refusal("text after the closing quotation mark of a CSV field", this.index,
					otherDelimiter.isEmpty() ? "a quotation mark in a field is written as two" : otherDelimiter);
		}
		return fields;
	}

	private String remedyForDelimiterIn(String field) {
		return OTHER_DELIMITERS.stream()
			.filter((other) -> field.contains(other.getKey()))
			.findFirst()
			.map((other) -> "if the delimiter is another one, " + this.remedy.formatted(other.getValue()))
			.orElse("");
	}

	private boolean isAt(String part) {
		return this.text.startsWith(part, this.index);
	}

	private boolean skipLineBreak() {
		int length = isAt("\n") ? 1 : (isAt("\r\n") ? 2 : 0);
		this.index += length;
		return length > 0;
	}

	private String readQuoted() {
		StringBuilder field = new StringBuilder();
		int open = this.index;
		do {
			// after the first part, the quotation mark at the index is the second of two
			int start = (this.index == open) ? open + 1 : this.index;
			int end = this.text.indexOf('"', this.index + 1);
			if (end < 0) {
				throw refusal("a quotation mark that is not closed, in CSV,", open, "");
			}
			field.append(this.text, start, end);
			this.index = end + 1;
		}
		while (isAt("\""));
		return field.toString();
	}

	private String readPlain() {
		int start = this.index;
		while (this.index < this.text.length() && !isAt(this.delimiter) && !isAt("\n") && !isAt("\r\n")) {
			if (isAt("\"")) {
				String otherDelimiter = remedyForDelimiterIn(
						this.text.substring(Math.max(start, this.index - 1), this.index));
				throw refusal("a quotation mark in a CSV field that does not begin with one,", this.index,
						otherDelimiter.isEmpty() ? "put the field in quotation marks, and write those in it as two"
								: otherDelimiter);
			}
			if (isAt("\r")) {
				throw refusal("a carriage return in a CSV field without quotation marks", this.index,
						"lines end with LF or CRLF");
			}
			this.index++;
		}
		return this.text.substring(start, this.index);
	}

	private ValueRefusedException refusal(String what, int at, String remedy) {
		return TextPosition.refusal(what, this.text, at, remedy);
	}

}
