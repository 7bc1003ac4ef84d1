package dev.couplet.transform;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Transform}.
 */
public final class TransformBuilder {

	private final String name;

	private String description = "";

	private List<String> synonyms = List.of();

	private List<Parameter<?>> parameters = List.of();

	private @Nullable Example example;

	private Weight weight = Weight.DEFAULT;

	TransformBuilder(String name) {
		this.name = name;
	}

	/**
	 * Sets the description.
	 * @param description one or two sentences for the catalogue
	 * @return this builder
	 */
	public TransformBuilder describedAs(String description) {
		this.description = description;
		return this;
	}

	/**
	 * Sets the names that other tools use.
	 * @param synonyms names in the form of a transform's name
	 * @return this builder
	 */
	public TransformBuilder synonyms(String... synonyms) {
		this.synonyms = List.of(synonyms);
		return this;
	}

	/**
	 * Sets the parameters.
	 * @param parameters the parameters, in the order of the arguments in a recipe;
	 * required ones come first
	 * @return this builder
	 */
	public TransformBuilder with(Parameter<?>... parameters) {
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
	public TransformBuilder example(String recipe, String text, String result) {
		this.example = new Example(recipe, text, result);
		return this;
	}

	/**
	 * Sets the cost of a transform that takes more than 100 nanoseconds for each UTF-16
	 * code unit of the worst-case text. Length times weight decides whether a request
	 * runs on the event loop that received it, where it delays all other clients of that
	 * loop, or on a worker thread.
	 * @param nanoseconds the time for each code unit, at least 1; only the order of
	 * magnitude matters. A transform that takes long for any text uses 100,000,000
	 * @return this builder
	 */
	public TransformBuilder weighing(int nanoseconds) {
		return weighing(nanoseconds, nanoseconds);
	}

	/**
	 * Sets the cost of a transform that is faster for texts that are pure ASCII.
	 * @param nanoseconds the time for each UTF-16 code unit, as in {@link #weighing(int)}
	 * @param ascii the time for each character of a pure ASCII text, at least 1
	 * @return this builder
	 */
	public TransformBuilder weighing(int nanoseconds, int ascii) {
		this.weight = new Weight(nanoseconds, ascii);
		return this;
	}

	/**
	 * Builds a transform that has no parameters and whose result is about as large as its
	 * text.
	 * @param function the function
	 * @return the transform
	 */
	public Transform applying(UnaryOperator<String> function) {
		return binding((arguments) -> (text, limit) -> function.apply(text));
	}

	/**
	 * Builds a transform that has no parameters and whose result may be much larger than
	 * its text. The function checks the size of the result before it builds it.
	 * @param function the function
	 * @return the transform
	 */
	public Transform applyingWithin(TextFunction function) {
		return binding((arguments) -> function);
	}

	/**
	 * Builds a transform with parameters. The binding is called once for each step when a
	 * recipe is compiled.
	 * @param binding creates the function from the arguments
	 * @return the transform
	 */
	public Transform binding(Function<Arguments, TextFunction> binding) {
		return new Transform(this.name, this.description, this.synonyms, this.parameters, this.example, this.weight,
				binding);
	}

}
