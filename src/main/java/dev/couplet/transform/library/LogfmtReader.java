package dev.couplet.transform.library;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;

/**
 * Reads logfmt as the Go package kr/logfmt does: keys and values without white space, or
 * values in quotation marks with the escapes of JSON.
 */
final class LogfmtReader {

	private final String text;

	private int index;

	private LogfmtReader(String text) {
		this.text = text;
	}

	/**
	 * Converts all lines. Blank lines stay.
	 * @param text the lines
	 * @param limit the maximum size of the result
	 * @return a JSON object for each line, with the line breaks of the text
	 * @throws ValueRefusedException if a line is not logfmt
	 */
	static String convert(String text, SizeLimit limit) {
		LogfmtReader reader = new LogfmtReader(text);
		LimitedBuilder json = new LimitedBuilder(limit);
		while (reader.index < text.length()) {
			JsonTree.Members line = reader.readLine();
			if (!line.members().isEmpty()) {
				JsonWriter.write(line, 0, json);
			}
			json.append(reader.readLineBreak());
		}
		return json.toString();
	}

	private JsonTree.Members readLine() {
		Map<String, JsonTree> members = new LinkedHashMap<>();
		skipSpaces();
		while (!isAtLineBreak()) {
			int start = this.index;
			String key = readWord("=\"");
			if (key.isEmpty()) {
				throw refusal("no logfmt key", start, "a line has key=value with spaces between");
			}
			JsonTree value = new JsonTree.Literal("true", 0);
			if (isAt("=")) {
				this.index++;
				value = new JsonTree.Text(isAt("\"") ? readQuoted() : readWord("\""), 0);
			}
			if (!isAtLineBreak() && !isSpace(this.text.charAt(this.index))) {
				throw refusal("no space after a logfmt value", this.index,
						"a value with spaces or quotation marks is in quotation marks");
			}
			if (members.put(key, value) != null) {
				throw refusal("a key that the line already has", start, "");
			}
			skipSpaces();
		}
		return new JsonTree.Members(members, 0);
	}

	private String readWord(String ends) {
		int start = this.index;
		while (!isAtLineBreak() && !isSpace(this.text.charAt(this.index))
				&& ends.indexOf(this.text.charAt(this.index)) < 0) {
			this.index++;
		}
		return this.text.substring(start, this.index);
	}

	private String readQuoted() {
		int start = this.index;
		this.index++;
		while (!isAtLineBreak() && !isAt("\"")) {
			if (isAt("\\\t")) {
				throw badEscape(start);
			}
			this.index += isAt("\\") ? 2 : 1;
		}
		if (!isAt("\"")) {
			throw refusal("a quotation mark that is not closed on its line,", start, "");
		}
		this.index++;
		try {
			// Go writes tabs in quotation marks as they are
			return JsonStringReader.decode(this.text.substring(start, this.index).replace("\t", "\\t"));
		}
		catch (ValueRefusedException ex) {
			throw badEscape(start);
		}
	}

	private ValueRefusedException badEscape(int start) {
		return refusal("a logfmt value whose quotation marks have a bad escape or control character", start, "");
	}

	private void skipSpaces() {
		while (this.index < this.text.length() && isSpace(this.text.charAt(this.index))) {
			this.index++;
		}
	}

	private static boolean isSpace(char unit) {
		return unit == ' ' || unit == '\t';
	}

	private boolean isAt(String part) {
		return this.text.startsWith(part, this.index);
	}

	private boolean isAtLineBreak() {
		return this.index >= this.text.length() || isAt("\n") || isAt("\r\n");
	}

	private String readLineBreak() {
		String lineBreak = isAt("\n") ? "\n" : (isAt("\r\n") ? "\r\n" : "");
		this.index += lineBreak.length();
		return lineBreak;
	}

	private ValueRefusedException refusal(String what, int at, String remedy) {
		return TextPosition.refusal(what, this.text, at, remedy);
	}

}
