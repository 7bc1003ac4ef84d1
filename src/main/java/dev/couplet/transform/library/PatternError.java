package dev.couplet.transform.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Finds where a pattern is malformed. RE2/J says what is wrong, and with which part of
 * the pattern, but not where the part is.
 */
final class PatternError {

	// a part such as "*" can occur often
	private static final int MAX_TRIES = 8;

	// what RE2/J says about an opening bracket, and about a closing one
	private static final Set<String> BRACKETS = Set.of("missing closing )", "regexp/syntax: internal error");

	private PatternError() {
	}

	/**
	 * Describes an error.
	 * @param pattern the pattern
	 * @param error the error of RE2/J
	 * @return what is wrong and at which character, without any part of the pattern
	 */
	static String of(String pattern, PatternSyntaxException error) {
		int bracket = BRACKETS.contains(error.getDescription()) ? unbalanced(pattern) : -1;
		if (bracket >= 0) {
			return (pattern.charAt(bracket) == '(') ? "the bracket is not closed" + place(pattern, bracket)
					: "the bracket closes nothing" + place(pattern, bracket);
		}
		return error.getDescription() + place(pattern, index(pattern, error)) + hint(error.getPattern());
	}

	private static String place(String pattern, int index) {
		return (index >= 0) ? " at character " + (pattern.codePointCount(0, index) + 1) : "";
	}

	private static String hint(String part) {
		if (part.startsWith("(?")) {
			return "; there is no look-around";
		}
		return part.matches("\\\\[1-9]") ? "; there are no back-references" : "";
	}

	// a pattern that ends with the part is malformed in the same way, unless the part has
	// another meaning there
	private static int index(String pattern, PatternSyntaxException error) {
		String part = error.getPattern();
		if (part.isEmpty()) {
			// a backslash at the end
			return pattern.length() - 1;
		}
		int index = pattern.indexOf(part);
		for (int i = 0; i < MAX_TRIES && index >= 0; i++) {
			if (isSame(error, pattern.substring(0, index + part.length()))) {
				return index;
			}
			index = pattern.indexOf(part, index + 1);
		}
		return -1;
	}

	private static boolean isSame(PatternSyntaxException error, String pattern) {
		try {
			Pattern.compile(pattern);
			return false;
		}
		catch (PatternSyntaxException ex) {
			return ex.getDescription().equals(error.getDescription()) && ex.getPattern().equals(error.getPattern());
		}
	}

	private static int unbalanced(String pattern) {
		Deque<Integer> open = new ArrayDeque<>();
		int i = 0;
		while (i < pattern.length()) {
			char unit = pattern.charAt(i);
			if (unit == '(') {
				open.push(i);
			}
			else if (unit == ')' && open.poll() == null) {
				return i;
			}
			i = switch (unit) {
				case '\\' -> endOfEscape(pattern, i);
				case '[' -> PatternSize.endOfClass(pattern, i + 1);
				default -> i + 1;
			};
		}
		return open.isEmpty() ? -1 : open.getFirst();
	}

	private static int endOfEscape(String pattern, int start) {
		int end = pattern.startsWith("\\Q", start) ? pattern.indexOf("\\E", start + 2) : start;
		return (end < 0) ? pattern.length() : end + 2;
	}

}
