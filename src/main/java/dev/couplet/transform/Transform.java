package dev.couplet.transform;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A named function from text to text, with its parameters and documentation.
 *
 * <p>
 * It is defined in one expression:
 * {@snippet :
 * Transform.named("shout")
 * 	.describedAs("Converts the text to upper case and appends an exclamation mark.")
 * 	.example("shout", "poem", "POEM!")
 * 	.applying((text) -> text.toUpperCase(Locale.ROOT) + "!");
 * }
 */
public final class Transform {

	private final String name;

	private final String description;

	private final List<Parameter<?>> parameters;

	private final @Nullable Example example;

	private final Weight weight;

	private final Function<Arguments, TextFunction> binding;

	private final AtomicBoolean warm = new AtomicBoolean();

	Transform(String name, String description, List<Parameter<?>> parameters, @Nullable Example example, Weight weight,
			Function<Arguments, TextFunction> binding) {
		if (!Recipe.isName(name)) {
			throw new IllegalArgumentException("invalid transform name: " + name);
		}
		this.name = name;
		this.description = description;
		this.parameters = List.copyOf(parameters);
		this.example = example;
		this.weight = weight;
		this.binding = binding;
	}

	/**
	 * Starts the definition of a transform.
	 * @param name lower-case letters, digits and single hyphens, starting with a letter
	 * @return a builder
	 */
	public static Builder named(String name) {
		return new Builder(name);
	}

	public String name() {
		return this.name;
	}

	public String description() {
		return this.description;
	}

	public List<Parameter<?>> parameters() {
		return this.parameters;
	}

	/**
	 * Returns an example.
	 * @return the example, or null if there is none: for a recipe defined by the
	 * operator, no valid input may be known
	 */
	public @Nullable Example example() {
		return this.example;
	}

	/**
	 * Returns the cost of the transform.
	 * @return the weight
	 */
	Weight weight() {
		return this.weight;
	}

	/**
	 * Returns whether the transform has run before.
	 * @return a flag, set after the first run
	 */
	AtomicBoolean warm() {
		return this.warm;
	}

	/**
	 * Binds arguments.
	 * @param arguments the arguments, percent-decoded, in the order of the parameters
	 * @return the function
	 * @throws BadArgumentException if there are too few or too many arguments, or one is
	 * invalid
	 */
	TextFunction bind(List<String> arguments) {
		return this.binding.apply(Arguments.read(this.name, this.parameters, arguments));
	}

	/**
	 * Builds a transform.
	 */
	public static final class Builder {

		private final String name;

		private String description = "";

		private List<Parameter<?>> parameters = List.of();

		private @Nullable Example example;

		private Weight weight = Weight.DEFAULT;

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Sets the description.
		 * @param description one or two sentences for the catalogue
		 * @return this builder
		 */
		public Builder describedAs(String description) {
			this.description = description;
			return this;
		}

		/**
		 * Sets the parameters.
		 * @param parameters the parameters, in the order of the arguments in a recipe;
		 * required ones come first
		 * @return this builder
		 */
		public Builder with(Parameter<?>... parameters) {
			this.parameters = List.of(parameters);
			return this;
		}

		/**
		 * Sets the example.
		 * @param recipe a recipe that uses it
		 * @param text the input
		 * @param result the recipe's result for that input
		 * @return this builder
		 */
		public Builder example(String recipe, String text, String result) {
			this.example = new Example(recipe, text, result);
			return this;
		}

		/**
		 * Sets the cost of a transform that takes more than 100 nanoseconds for each
		 * UTF-16 code unit of the worst-case text. Length times weight decides whether a
		 * request runs on the event loop that received it, where it delays all other
		 * clients of that loop, or on a worker thread.
		 * @param nanoseconds the time for each code unit, at least 1; only the order of
		 * magnitude matters. A transform that takes long for any text uses 100,000,000
		 * @return this builder
		 */
		public Builder weighing(int nanoseconds) {
			return weighing(nanoseconds, nanoseconds);
		}

		/**
		 * Sets the cost of a transform that is faster for texts that are pure ASCII.
		 * @param nanoseconds the time for each UTF-16 code unit, as in
		 * {@link #weighing(int)}
		 * @param ascii the time for each character of a pure ASCII text, at least 1
		 * @return this builder
		 */
		public Builder weighing(int nanoseconds, int ascii) {
			this.weight = new Weight(nanoseconds, ascii);
			return this;
		}

		/**
		 * Builds a transform that has no parameters and whose result is about as large as
		 * its text.
		 * @param function the function
		 * @return the transform
		 */
		public Transform applying(UnaryOperator<String> function) {
			return binding((arguments) -> (text, limit) -> function.apply(text));
		}

		/**
		 * Builds a transform that has no parameters and whose result may be much larger
		 * than its text. The function checks the size of the result before it builds it.
		 * @param function the function
		 * @return the transform
		 */
		public Transform applyingWithin(TextFunction function) {
			return binding((arguments) -> function);
		}

		/**
		 * Builds a transform with parameters. The binding is called once for each step
		 * when a recipe is compiled.
		 * @param binding creates the function from the arguments
		 * @return the transform
		 */
		public Transform binding(Function<Arguments, TextFunction> binding) {
			return new Transform(this.name, this.description, this.parameters, this.example, this.weight, binding);
		}

	}

}
