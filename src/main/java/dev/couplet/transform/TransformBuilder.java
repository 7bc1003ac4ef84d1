package dev.couplet.transform;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.couplet.transform.CompiledStep.BracketStep;
import dev.couplet.transform.CompiledStep.FunctionStep;
import dev.couplet.transform.CompiledStep.WaitingStep;
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

	private int callCost;

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
		this.weight = new Weight(nanoseconds, ascii, 0);
		return this;
	}

	/**
	 * Sets the cost of a transform that takes more than about 1,000 nanoseconds even for
	 * an empty value. It matters in brackets, where a transform can run on a million
	 * parts.
	 * @param nanoseconds the time for each call, at least 0
	 * @return this builder
	 */
	public TransformBuilder<I, O> callCost(int nanoseconds) {
		this.callCost = nanoseconds;
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
		return build((transform, given, brackets) -> {
			requireNoBrackets(brackets);
			Arguments arguments = Arguments.read(transform, given);
			return Stream.of(new FunctionStep(transform, onValues(binding.apply(arguments))));
		}, false);
	}

	/**
	 * Builds a transform that waits for something outside of the process, and has no
	 * parameters. A recipe with it runs on a virtual thread.
	 * @param function the function
	 * @return the transform
	 */
	public Transform waiting(WaitingFunction function) {
		return build((transform, given, brackets) -> {
			requireNoBrackets(brackets);
			Arguments.read(transform, given);
			return Stream.of(new WaitingStep(transform, function));
		}, false);
	}

	/**
	 * Builds a transform that runs a recipe in brackets on the parts of a text, and keeps
	 * what is between them.
	 * @param part what a part is called in errors, such as {@code line}
	 * @param binding creates the splitter from the arguments
	 * @return the transform
	 */
	public Transform splitting(String part, Function<Arguments, Splitter> binding) {
		return bracketed(part, false, binding);
	}

	/**
	 * Builds a transform that runs a recipe in brackets on the whole text, and keeps the
	 * text if the recipe refuses it.
	 * @return the transform
	 */
	public Transform trying() {
		return bracketed(null, true, (arguments) -> WholeText::new);
	}

	private static void requireNoBrackets(@Nullable CompiledRecipe brackets) {
		if (brackets != null) {
			throw new BadArgumentException("takes no recipe in brackets");
		}
	}

	private Transform bracketed(@Nullable String part, boolean keepsRefused, Function<Arguments, Splitter> binding) {
		return build((transform, given, brackets) -> {
			if (brackets == null) {
				throw new BadArgumentException("requires a recipe in brackets, such as (trim)");
			}
			Arguments arguments = Arguments.read(transform, given);
			return Stream.of(new BracketStep(transform, binding.apply(arguments), part, keepsRefused, brackets));
		}, true);
	}

	private Transform build(CompiledStep.Compiler compiler, boolean brackets) {
		Weight complete = new Weight(this.weight.any(), this.weight.ascii(), this.callCost);
		return new Transform(this.name, this.description, this.synonyms, this.parameters, this.example, complete,
				this.takes, this.gives, brackets, compiler);
	}

	private TransformFunction<Value, Value> onValues(TransformFunction<I, O> function) {
		return new TransformFunction<>() {

			@Override
			public Value apply(Value value, SizeLimit limit) {
				return TransformBuilder.this.gives.wrap(function.apply(TransformBuilder.this.takes.read(value), limit));
			}

			@Override
			public boolean isWarm() {
				return function.isWarm();
			}

			@Override
			public int weight() {
				return function.weight();
			}

			@Override
			public boolean isSmall() {
				return function.isSmall();
			}

		};
	}

}
