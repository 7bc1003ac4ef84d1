package dev.couplet.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a transform: a name, a type, bounds, and optionally a default. A
 * parameter without a default is required.
 *
 * @param <T> the type of its values
 */
public abstract sealed class Parameter<T> {

	private final String name;

	private final String type;

	private final int min;

	private final int max;

	private final @Nullable T defaultValue;

	private Parameter(String name, String type, int min, int max, @Nullable T defaultValue) {
		this.name = name;
		this.type = type;
		this.min = min;
		this.max = max;
		this.defaultValue = defaultValue;
	}

	/**
	 * Creates an integer parameter. Both bounds are inclusive.
	 * @param name the name, as shown in the catalogue
	 * @param min the minimum value
	 * @param max the maximum value
	 * @return a required parameter
	 */
	public static Parameter<Integer> integer(String name, int min, int max) {
		return new IntegerParameter(name, min, max, null);
	}

	/**
	 * Creates an integer parameter. Both bounds are inclusive.
	 * @param name the name, as shown in the catalogue
	 * @param min the minimum value
	 * @param max the maximum value
	 * @param defaultValue the default
	 * @return an optional parameter
	 */
	public static Parameter<Integer> integer(String name, int min, int max, int defaultValue) {
		return new IntegerParameter(name, min, max, defaultValue);
	}

	/**
	 * Creates a text parameter. Both bounds are inclusive.
	 * @param name the name, as shown in the catalogue
	 * @param min the minimum length in code points
	 * @param max the maximum length in code points
	 * @return a required parameter
	 */
	public static Parameter<String> text(String name, int min, int max) {
		return new TextParameter(name, min, max, null);
	}

	/**
	 * Creates a text parameter. Both bounds are inclusive.
	 * @param name the name, as shown in the catalogue
	 * @param min the minimum length in code points
	 * @param max the maximum length in code points
	 * @param defaultValue the default
	 * @return an optional parameter
	 */
	public static Parameter<String> text(String name, int min, int max, String defaultValue) {
		return new TextParameter(name, min, max, defaultValue);
	}

	/**
	 * Creates a parameter that takes one of a few words.
	 * @param name the name, as shown in the catalogue
	 * @param defaultValue the default, one of the words
	 * @param others the other words
	 * @return an optional parameter
	 */
	public static Parameter<String> choice(String name, String defaultValue, String... others) {
		List<String> choices = new ArrayList<>(List.of(others));
		choices.addFirst(defaultValue);
		return new ChoiceParameter(name, List.copyOf(choices));
	}

	public String name() {
		return this.name;
	}

	/**
	 * Returns the words that it takes.
	 * @return the words, the default first; none if it takes more than a few words
	 */
	public List<String> choices() {
		return List.of();
	}

	/**
	 * Returns the type's name, as shown in the catalogue.
	 * @return {@code integer}, {@code text} or {@code choice}
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Returns the minimum value of an integer, or the minimum length of a text or word in
	 * code points.
	 * @return the lower bound, inclusive
	 */
	public int min() {
		return this.min;
	}

	/**
	 * Returns the maximum value of an integer, or the maximum length of a text or word in
	 * code points.
	 * @return the upper bound, inclusive
	 */
	public int max() {
		return this.max;
	}

	/**
	 * Returns the default value.
	 * @return the default, or null if the parameter is required
	 */
	public @Nullable T defaultValue() {
		return this.defaultValue;
	}

	/**
	 * Parses an argument.
	 * @param argument the argument, percent-decoded
	 * @return its value
	 * @throws BadArgumentException if it is not a value of this type, or out of bounds
	 */
	abstract T parse(String argument);

	/**
	 * Returns what the parameter takes.
	 * @return such as {@code a whole number from 1 to 1000}
	 */
	abstract String range();

	BadArgumentException refusal() {
		return new BadArgumentException("'%s' must be %s".formatted(this.name, range()));
	}

	boolean allows(int size) {
		return size >= this.min && size <= this.max;
	}

	private static final class IntegerParameter extends Parameter<Integer> {

		private static final int MAX_DIGITS = 10;

		private IntegerParameter(String name, int min, int max, @Nullable Integer defaultValue) {
			super(name, "integer", min, max, defaultValue);
		}

		@Override
		String range() {
			return "a whole number from %s to %s".formatted(min(), max());
		}

		@Override
		Integer parse(String argument) {
			boolean negative = min() < 0 && argument.startsWith("-");
			String magnitude = negative ? argument.substring(1) : argument;
			boolean digits = !magnitude.isEmpty() && magnitude.length() <= MAX_DIGITS
					&& magnitude.chars().allMatch((unit) -> unit >= '0' && unit <= '9');
			if (!digits) {
				throw refusal();
			}
			long value = negative ? -Long.parseLong(magnitude) : Long.parseLong(magnitude);
			if (value < min() || value > max()) {
				throw refusal();
			}
			return (int) value;
		}

	}

	private static final class ChoiceParameter extends Parameter<String> {

		private static final Comparator<String> BY_LENGTH = Comparator.comparingInt(String::length);

		private final List<String> choices;

		private ChoiceParameter(String name, List<String> choices) {
			super(name, "choice", Collections.min(choices, BY_LENGTH).length(),
					Collections.max(choices, BY_LENGTH).length(), choices.getFirst());
			this.choices = choices;
		}

		@Override
		public List<String> choices() {
			return this.choices;
		}

		@Override
		String range() {
			return "one of: " + String.join(", ", this.choices);
		}

		@Override
		String parse(String argument) {
			if (!this.choices.contains(argument)) {
				throw refusal();
			}
			return argument;
		}

	}

	private static final class TextParameter extends Parameter<String> {

		private TextParameter(String name, int min, int max, @Nullable String defaultValue) {
			super(name, "text", min, max, defaultValue);
		}

		@Override
		String range() {
			return (min() == max()) ? "a text of %s character%s".formatted(max(), (max() > 1) ? "s" : "")
					: "a text of %s to %s characters".formatted(min(), max());
		}

		@Override
		String parse(String argument) {
			if (!allows(argument.codePointCount(0, argument.length()))) {
				throw refusal();
			}
			int surrogate = Utf8.unpairedSurrogate(argument);
			if (surrogate > 0) {
				// an argument in JSON can contain one
				throw new BadArgumentException(
						"'%s' must be well-formed Unicode, without an unpaired surrogate at character %s"
							.formatted(name(), surrogate));
			}
			return argument;
		}

	}

}
