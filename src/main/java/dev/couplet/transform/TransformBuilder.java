package dev.couplet.transform;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Transform}.
 *
 * @param <I> what it takes: {@code String} for a text, {@code byte[]} for bytes
 * @param <O> what it gives: {@code String} for a text, {@code byte[]} for bytes
 */
public final class TransformBuilder<I, O> {

	private final String name;

	private final Kind<I> takes;

	private final Kind<O> gives;

	private String description = "";

	private List<String> synonyms = List.of();

	private List<Parameter<?>> parameters = List.of();

	private @Nullable Example example;

	private Weight weight = Weight.DEFAULT;

	TransformBuilder(String name, Kind<I> takes, Kind<O> gives) {
		this.name = name;
		this.takes = takes;
		this.gives = gives;
	}

	/**
	 * Sets the description.
	 * @param description one or two sentences for the catalogue
	 * @return this builder
	 */
	public TransformBuilder<I, O> describedAs(String description) {
		this.description = description;
		return this;
	}

	/**
	 * Sets the names that other tools use.
	 * @param synonyms names in the form of a transform's name
	 * @return this builder
	 */
	public TransformBuilder<I, O> synonyms(String... synonyms) {
		this.synonyms = List.of(synonyms);
		return this;
	}

	/**
	 * Sets the parameters.
	 * @param parameters the parameters, in the order of the arguments in a recipe;
	 * required ones come first
	 * @return this builder
	 */
	public TransformBuilder<I, O> with(Parameter<?>... parameters) {
		this.parameters = List.of(parameters);
		return this;
	}

	/**
	 * Sets the example.
	 * @param recipe a recipe that uses it
	 * @param text the input
	 * @param result the recipe's result for that input, as a text
	 * @return this builder
	 */
	public TransformBuilder<I, O> example(String recipe, String text, String result) {
		this.example = new Example(recipe, text, result);
		return this;
	}

	/**
	 * Sets the cost of a transform that takes more than 100 nanoseconds for each UTF-16
	 * code unit of the worst-case text, or for each byte. Length times weight decides
	 * whether a request runs on the event loop that received it, where it delays all
	 * other clients of that loop, or on a worker thread.
	 * @param nanoseconds the time for each code unit or byte, at least 1; only the order
	 * of magnitude matters. A transform that takes long for any value uses 100,000,000
	 * @return this builder
	 */
	public TransformBuilder<I, O> weighing(int nanoseconds) {
		return weighing(nanoseconds, nanoseconds);
	}

	/**
	 * Sets the cost of a transform that is faster for texts that are pure ASCII.
	 * @param nanoseconds the time for each UTF-16 code unit, as in {@link #weighing(int)}
	 * @param ascii the time for each character of a pure ASCII text, at least 1
	 * @return this builder
	 */
	public TransformBuilder<I, O> weighing(int nanoseconds, int ascii) {
		this.weight = new Weight(nanoseconds, ascii);
		return this;
	}

	/**
	 * Builds a transform that has no parameters and whose result is about as large as its
	 * value.
	 * @param function the function
	 * @return the transform
	 */
	public Transform applying(Function<I, O> function) {
		return binding((arguments) -> (value, limit) -> function.apply(value));
	}

	/**
	 * Builds a transform that has no parameters and whose result may be much larger than
	 * its value. The function checks the size of the result before it builds it.
	 * @param function the function
	 * @return the transform
	 */
	public Transform applyingWithin(TransformFunction<I, O> function) {
		return binding((arguments) -> function);
	}

	/**
	 * Builds a transform with parameters. The binding is called once for each step when a
	 * recipe is compiled.
	 * @param binding creates the function from the arguments
	 * @return the transform
	 */
	public Transform binding(Function<Arguments, TransformFunction<I, O>> binding) {
		return new Transform(this.name, this.description, this.synonyms, this.parameters, this.example, this.weight,
				this.takes, this.gives, (arguments) -> onValues(binding.apply(arguments)));
	}

	private TransformFunction<Value, Value> onValues(TransformFunction<I, O> function) {
		return (value, limit) -> this.gives.wrap(function.apply(this.takes.read(value), limit));
	}

}
