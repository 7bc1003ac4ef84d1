package dev.couplet.transform.library;

import java.util.Locale;
import java.util.regex.Pattern;

import dev.couplet.transform.ValueRefusedException;

/**
 * Finds out why a text is not JSON. It looks for the token at which the parser stopped,
 * and at the one before it.
 */
final class JsonFault {

	// of those that have a remedy of their own
	private static final int MAX_WORD = 9;

	private static final Pattern VALUE = Pattern
		.compile("true|false|null|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

	private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*+\\.?[0-9]*+(?:[eE][+-]?[0-9]*+)?");

	private static final String ESCAPES = "\"\\/bfnrtu";

	// each is a token, or begins one
	private static final String SPECIAL = "\"',:[]{}/#";

	private static final String QUOTES = "keys and strings have double quotation marks";

	private static final String MISSING = "a value is missing before it";

	private final String text;

	// of the token
	private int start;

	private int end;

	// what the token before begins with
	private char before;

	private JsonFault(String text) {
		this.text = text;
	}

	/**
	 * Refuses a text.
	 * @param text a text that is not JSON, and not only cut off
	 * @param stop the index at or after the fault, where the parser stopped
	 * @return the exception to throw
	 */
	static ValueRefusedException refusal(String text, int stop) {
		return new JsonFault(text).find(stop);
	}

	private ValueRefusedException find(int stop) {
		while (nextToken()) {
			String remedy = (this.text.charAt(this.start) == '"') ? stringRemedy() : wordRemedy();
			if (!remedy.isEmpty()) {
				return TextPosition.refusal("not JSON", this.text, this.start, remedy);
			}
			if (this.end > stop) {
				return TextPosition.refusal("not JSON", this.text, this.start, orderRemedy());
			}
			this.before = this.text.charAt(this.start);
		}
		return TextPosition.refusal("not JSON", this.text, stop, "");
	}

	private boolean nextToken() {
		this.start = this.end;
		while (this.start < this.text.length() && " \t\r\n".indexOf(this.text.charAt(this.start)) >= 0) {
			this.start++;
		}
		if (this.start == this.text.length()) {
			return false;
		}
		this.end = this.start + 1;
		if (SPECIAL.indexOf(this.text.charAt(this.start)) < 0) {
			while (this.end < this.text.length() && this.text.charAt(this.end) > ' '
					&& SPECIAL.indexOf(this.text.charAt(this.end)) < 0) {
				this.end++;
			}
		}
		return true;
	}

	// of a string, whose end is found only here
	private String stringRemedy() {
		while (this.end < this.text.length() && this.text.charAt(this.end) != '"') {
			char unit = this.text.charAt(this.end);
			if (unit < ' ') {
				this.start = this.end;
				return "a control character in a string is written as an escape";
			}
			boolean escape = unit == '\\' && this.end + 1 < this.text.length();
			if (escape && ESCAPES.indexOf(this.text.charAt(this.end + 1)) < 0) {
				this.start = this.end;
				return "a backslash itself is written as two";
			}
			this.end += escape ? 2 : 1;
		}
		this.end++;
		return "";
	}

	// of a word or number that can be nowhere in JSON
	private String wordRemedy() {
		String word = this.text.substring(this.start, this.end);
		if (SPECIAL.contains(word.substring(0, 1)) || VALUE.matcher(word).matches()) {
			return "";
		}
		if (NUMBER.matcher(word).matches()) {
			return "a number has no plus sign or leading zero, and digits before and after its point";
		}
		// the JDK takes quadratic time for long rows of sigmas
		return switch ((word.length() <= MAX_WORD) ? word.toLowerCase(Locale.ROOT) : word) {
			case "nan", "-nan", "infinity", "+infinity", "-infinity", "inf", "-inf" ->
				"JSON has no NaN or infinity, so write null or a string";
			case "true", "false", "null" -> "true, false and null are in lower case";
			case "none", "undefined", "nil" -> "write null instead";
			default -> word.startsWith("=") ? "a key is followed by a colon" : QUOTES;
		};
	}

	// of a token that cannot be after the one before it
	private String orderRemedy() {
		boolean afterValue = this.before != 0 && ",:[{".indexOf(this.before) < 0;
		return switch (this.text.charAt(this.start)) {
			case '\'' -> QUOTES;
			case '/', '#' -> "JSON has no comments";
			case ']', '}' -> switch (this.before) {
				case ',' -> "there is no comma after the last element";
				case ':' -> MISSING;
				case '"' -> "a key is followed by a colon, and a bracket is closed by one of its kind";
				default -> "a bracket is closed by one of its kind";
			};
			case ',' -> (this.before == '"') ? "a key is followed by a colon" : afterValue ? "" : MISSING;
			case ':' -> afterValue ? "only keys of an object are followed by a colon" : MISSING;
			default -> afterValue ? "a comma or colon is missing before it" : QUOTES;
		};
	}

}
