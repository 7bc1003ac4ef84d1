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

	// a pattern of the maximum length without repetitions
	private static final int MAX_SIZE = 500;

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
		String pattern = arguments.get(parameter);
		if (PatternSize.of(pattern) > MAX_SIZE) {
			throw tooLarge(parameter);
		}
		try {
			return Pattern.compile(pattern);
		}
		catch (PatternSyntaxException ex) {
			throw new BadArgumentException(
					"'%s' is not a pattern of RE2: %s".formatted(parameter.name(), ex.getDescription()));
		}
		catch (StackOverflowError ex) {
			throw tooLarge(parameter);
		}
	}

	private static BadArgumentException tooLarge(Parameter<?> parameter) {
		return new BadArgumentException("'%s' is too large: with its repetitions, a pattern has at most %d characters"
			.formatted(parameter.name(), MAX_SIZE));
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
			throw new BadArgumentException("'%s' must be at most %d, the number of groups in the pattern"
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
	 * Returns the cost of finding all matches.
	 * @param pattern the pattern
	 * @return nanoseconds for each UTF-16 code unit
	 */
	static int weight(Pattern pattern) {
		return COST_OF_CHARACTER + COST_OF_INSTRUCTION * pattern.programSize();
	}

}
