package dev.couplet.transform;

import org.jspecify.annotations.Nullable;

/**
 * What a transform wants to be told: a name, a type, bounds, and a default. A parameter
 * without a default must be given.
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
	 * A whole number within bounds, both included.
	 * @param name the parameter's name, as the catalogue shows it
	 * @param min the least value
	 * @param max the greatest value
	 * @return the parameter, which must be given
	 */
	public static Parameter<Integer> integer(String name, int min, int max) {
		return new IntegerParameter(name, min, max, null);
	}

	/**
	 * A whole number within bounds, both included.
	 * @param name the parameter's name, as the catalogue shows it
	 * @param min the least value
	 * @param max the greatest value
	 * @param defaultValue its value where it is not given
	 * @return the parameter
	 */
	public static Parameter<Integer> integer(String name, int min, int max, int defaultValue) {
		return new IntegerParameter(name, min, max, defaultValue);
	}

	/**
	 * A text with bounds to its length, both included.
	 * @param name the parameter's name, as the catalogue shows it
	 * @param min the fewest characters (code points)
	 * @param max the most characters (code points)
	 * @return the parameter, which must be given
	 */
	public static Parameter<String> text(String name, int min, int max) {
		return new TextParameter(name, min, max, null);
	}

	/**
	 * A text with bounds to its length, both included.
	 * @param name the parameter's name, as the catalogue shows it
	 * @param min the fewest characters (code points)
	 * @param max the most characters (code points)
	 * @param defaultValue its value where it is not given
	 * @return the parameter
	 */
	public static Parameter<String> text(String name, int min, int max, String defaultValue) {
		return new TextParameter(name, min, max, defaultValue);
	}

	public String name() {
		return this.name;
	}

	/**
	 * The type's name, as the catalogue shows it.
	 * @return {@code integer} or {@code text}
	 */
	public String type() {
		return this.type;
	}

	/**
	 * The lower bound, of an integer's value or of a text's length in characters.
	 * @return the least that is allowed
	 */
	public int min() {
		return this.min;
	}

	/**
	 * The upper bound, of an integer's value or of a text's length in characters.
	 * @return the most that is allowed
	 */
	public int max() {
		return this.max;
	}

	/**
	 * The value where none is given.
	 * @return the default, or null where the parameter must be given
	 */
	public @Nullable T defaultValue() {
		return this.defaultValue;
	}

	/**
	 * Reads an argument.
	 * @param argument the argument, percent-decoded
	 * @return its value
	 * @throws BadArgumentException where it is not one of this type, or out of bounds
	 */
	abstract T parse(String argument);

	boolean allows(int size) {
		return size >= this.min && size <= this.max;
	}

	private static final class IntegerParameter extends Parameter<Integer> {

		private static final int MOST_DIGITS = 10;

		private IntegerParameter(String name, int min, int max, @Nullable Integer defaultValue) {
			super(name, "integer", min, max, defaultValue);
		}

		@Override
		Integer parse(String argument) {
			boolean digits = !argument.isEmpty() && argument.length() <= MOST_DIGITS
					&& argument.chars().allMatch((unit) -> unit >= '0' && unit <= '9');
			long value = digits ? Long.parseLong(argument) : -1;
			if (!digits || value > Integer.MAX_VALUE || !allows((int) value)) {
				throw new BadArgumentException("'%s' is a whole number from %d to %d".formatted(name(), min(), max()));
			}
			return (int) value;
		}

	}

	private static final class TextParameter extends Parameter<String> {

		private TextParameter(String name, int min, int max, @Nullable String defaultValue) {
			super(name, "text", min, max, defaultValue);
		}

		@Override
		String parse(String argument) {
			if (!allows(argument.codePointCount(0, argument.length()))) {
				throw new BadArgumentException("'%s' is a text of %d to %d characters".formatted(name(), min(), max()));
			}
			if (!Utf8.isWellFormed(argument)) {
				// a recipe that came in as JSON may have half a surrogate pair in it
				throw new BadArgumentException("'%s' is a text of well-formed Unicode".formatted(name()));
			}
			return argument;
		}

	}

}
