package dev.couplet.transform;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A named function from text to text, with what a caller must know of it.
 *
 * <p>
 * Made in one expression, which reads like its entry in the catalogue:
 * {@snippet :
 * Transform.named("shout")
 * 	.describedAs("Upper case, and an exclamation mark.")
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
			throw new IllegalArgumentException("not a name for a transform: " + name);
		}
		this.name = name;
		this.description = description;
		this.parameters = List.copyOf(parameters);
		this.example = example;
		this.weight = weight;
		this.binding = binding;
	}

	/**
	 * Begins a transform.
	 * @param name lower-case letters, digits and single hyphens, beginning with a letter
	 * @return the rest of its description
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
	 * The transform at work.
	 * @return an example, or null where there is none: a recipe of the operator's own may
	 * take no text that we could guess
	 */
	public @Nullable Example example() {
		return this.example;
	}

	/**
	 * What the transform costs.
	 * @return the weight
	 */
	Weight weight() {
		return this.weight;
	}

	/**
	 * Whether the transform has run.
	 * @return set by whoever runs it first
	 */
	AtomicBoolean warm() {
		return this.warm;
	}

	/**
	 * Puts arguments in place.
	 * @param arguments the arguments, percent-decoded, in the order of the parameters
	 * @return the function that is left
	 * @throws BadArgumentException where there are too few, too many, or bad ones
	 */
	TextFunction bind(List<String> arguments) {
		return this.binding.apply(Arguments.read(this.name, this.parameters, arguments));
	}

	/**
	 * A transform on its way.
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
		 * Says what the transform does.
		 * @param description a sentence or two for the catalogue
		 * @return this builder
		 */
		public Builder describedAs(String description) {
			this.description = description;
			return this;
		}

		/**
		 * Says what the transform wants to be told.
		 * @param parameters its parameters, in the order in which a recipe gives them;
		 * those without a default come first
		 * @return this builder
		 */
		public Builder with(Parameter<?>... parameters) {
			this.parameters = List.of(parameters);
			return this;
		}

		/**
		 * Shows what the transform does.
		 * @param recipe a recipe that uses it
		 * @param text a text
		 * @param result what the recipe makes of the text
		 * @return this builder
		 */
		public Builder example(String recipe, String text, String result) {
			this.example = new Example(recipe, text, result);
			return this;
		}

		/**
		 * Says what the transform costs, where it takes more than 100 nanoseconds for
		 * each UTF-16 code unit of the text for which it is slowest. Length times weight
		 * decides whether a request runs on the event loop that received it, where it
		 * delays every other client of that loop, or on a thread for expensive work.
		 * @param nanoseconds for each code unit, at least 1; only the order of magnitude
		 * counts. For a transform that takes long whatever its text, a hundred million
		 * @return this builder
		 */
		public Builder weighing(int nanoseconds) {
			return weighing(nanoseconds, nanoseconds);
		}

		/**
		 * Says what the transform costs, where it has a shortcut for texts of ASCII
		 * alone.
		 * @param nanoseconds for each UTF-16 code unit, as in {@link #weighing(int)}
		 * @param ascii for each character of a text of ASCII alone, at least 1
		 * @return this builder
		 */
		public Builder weighing(int nanoseconds, int ascii) {
			this.weight = new Weight(nanoseconds, ascii);
			return this;
		}

		/**
		 * Says how, for a transform without parameters whose result is about as large as
		 * its text.
		 * @param function the function
		 * @return the transform
		 */
		public Transform applying(UnaryOperator<String> function) {
			return binding((arguments) -> (text, limit) -> function.apply(text));
		}

		/**
		 * Says how, for a transform whose result may be much larger than its text: it
		 * checks the size that its result will have before it builds it.
		 * @param function the function
		 * @return the transform
		 */
		public Transform applyingWithin(TextFunction function) {
			return binding((arguments) -> function);
		}

		/**
		 * Says how, for a transform with parameters. The binding is called once a step,
		 * before any text is touched.
		 * @param binding makes the function, given the arguments
		 * @return the transform
		 */
		public Transform binding(Function<Arguments, TextFunction> binding) {
			return new Transform(this.name, this.description, this.parameters, this.example, this.weight, binding);
		}

	}

}
