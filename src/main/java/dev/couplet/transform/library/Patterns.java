package dev.couplet.transform.library;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.couplet.transform.Arguments;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Parameter;

/**
 * Patterns of callers, with bounds. RE2 takes time in proportion to the size of the
 * pattern times that of the text, so both the size of patterns and how often a text is
 * read are limited.
 */
final class Patterns {

	private static final int MAX_LENGTH = 200;

	// each takes some 20 microseconds to compile, and 5 KB
	private static final int MAX_PROPERTIES = 4;

	private static final java.util.regex.Pattern PROPERTY = java.util.regex.Pattern.compile("\\\\[pP]");

	private static final java.util.regex.Pattern IGNORED_CASE = java.util.regex.Pattern.compile("\\(\\?[a-zA-Z-]*i");

	private static final java.util.regex.Pattern NOT_ASCII = java.util.regex.Pattern.compile("[^\\x00-\\x7F]|\\\\x\\{");

	// a pattern of the maximum length without repetitions
	private static final int MAX_SIZE = 500;

	private static final int SMALL_SIZE = 50;

	// measured: up to 200 ns for a character, and 40 ns for each instruction
	private static final int COST_OF_CHARACTER = 300;

	private static final int COST_OF_INSTRUCTION = 60;

	private Patterns() {
	}

	static Parameter<String> parameter(String name) {
		return Parameter.text(name, 1, MAX_LENGTH);
	}

	/**
	 * Compiles a pattern.
	 * @param parameter the parameter of the pattern
	 * @param arguments the arguments
	 * @return the pattern
	 * @throws BadArgumentException if it is not a pattern, or too large
	 */
	static Pattern compile(Parameter<String> parameter, Arguments arguments) {
		return compile("'" + parameter.name() + "'", arguments.get(parameter));
	}

	/**
	 * Compiles a pattern that is a part of an argument.
	 * @param name what to call it in errors
	 * @param pattern the pattern
	 * @return the pattern
	 * @throws BadArgumentException if it is not a pattern, or too large
	 */
	static Pattern compile(String name, String pattern) {
		if (PatternSize.of(pattern) > MAX_SIZE || PROPERTY.matcher(pattern).results().count() > MAX_PROPERTIES) {
			throw tooLarge(name);
		}
		if (IGNORED_CASE.matcher(pattern).find() && NOT_ASCII.matcher(pattern).find()) {
			// RE2/J never ends for U+1C80 to U+1C88, and takes long for other ranges
			throw new BadArgumentException("%s has (?i), and must then be ASCII, without \\x{...}; see its character %s"
				.formatted(name, number(pattern)));
		}
		try {
			Pattern compiled = Pattern.compile(pattern);
			if (compiled.programSize() > 2 * MAX_SIZE) {
				throw tooLarge(name);
			}
			return compiled;
		}
		catch (PatternSyntaxException ex) {
			throw new BadArgumentException(
					"%s is not a pattern of RE2: %s".formatted(name, PatternError.of(pattern, ex)));
		}
		catch (StackOverflowError ex) {
			throw tooLarge(name);
		}
	}

	private static int number(String pattern) {
		java.util.regex.Matcher notAscii = NOT_ASCII.matcher(pattern);
		return notAscii.find() ? pattern.codePointCount(0, notAscii.start()) + 1 : 1;
	}

	private static BadArgumentException tooLarge(String name) {
		return new BadArgumentException(
				"%s is too large: with its repetitions, a pattern has at most %s characters, and at most %s \\p"
					.formatted(name, MAX_SIZE, MAX_PROPERTIES));
	}

	/**
	 * Returns the number of a group.
	 * @param parameter the parameter of the number
	 * @param arguments the arguments
	 * @param pattern the pattern
	 * @return the number, 0 for the whole match
	 * @throws BadArgumentException if the pattern has no such group
	 */
	static int group(Parameter<Integer> parameter, Arguments arguments, Pattern pattern) {
		int group = arguments.get(parameter);
		if (group > pattern.groupCount()) {
			throw new BadArgumentException("'%s' must be at most %s, the number of groups in the pattern"
				.formatted(parameter.name(), pattern.groupCount()));
		}
		return group;
	}

	/**
	 * Starts to match a text.
	 * @param pattern the pattern
	 * @param text any text
	 * @return a matcher whose methods throw a
	 * {@link dev.couplet.transform.ValueRefusedException} if the pattern reads the text
	 * too often
	 */
	static Matcher matcher(Pattern pattern, String text) {
		return pattern.matcher(new ReadLimit(text));
	}

	/**
	 * Returns whether a pattern takes little memory.
	 * @param pattern the pattern
	 * @return false if it takes more than a few KB
	 */
	static boolean isSmall(Pattern pattern) {
		return pattern.programSize() <= SMALL_SIZE && !PROPERTY.matcher(pattern.pattern()).find();
	}

	/**
	 * Returns the cost of finding all matches.
	 * @param pattern the pattern
	 * @return nanoseconds for each UTF-16 code unit
	 */
	static int weight(Pattern pattern) {
		return COST_OF_CHARACTER + COST_OF_INSTRUCTION * pattern.programSize();
	}

}
