package dev.couplet.transform;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A recipe whose transforms have been looked up and whose arguments have been bound. A
 * named recipe is replaced by its steps.
 */
public final class CompiledRecipe implements TransformFunction<Value, Value> {

	/**
	 * The name of every recipe of several steps. It is not a valid transform name.
	 */
	static final String MULTIPLE_STEPS = "RECIPE";

	private final String name;

	private final List<CompiledStep> steps;

	/**
	 * Creates a compiled recipe.
	 * @param name the name for metrics
	 * @param steps the steps, in order
	 */
	CompiledRecipe(String name, List<CompiledStep> steps) {
		this.name = name;
		this.steps = List.copyOf(steps);
	}

	/**
	 * Returns a recipe whose steps wrap those of this one.
	 * @param around wraps a step
	 * @return the new recipe
	 */
	public CompiledRecipe mapSteps(UnaryOperator<CompiledStep> around) {
		return new CompiledRecipe(this.name, this.steps.stream().map(around).toList());
	}

	/**
	 * Returns the name for metrics.
	 * @return the transform's name, or for several steps a word that is not a valid
	 * transform name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns what the recipe takes.
	 * @return the kind that its first step takes
	 */
	public Kind<?> takes() {
		return this.steps.getFirst().takes();
	}

	/**
	 * Returns what the recipe gives.
	 * @return the kind that its last step gives
	 */
	public Kind<?> gives() {
		return this.steps.getLast().gives();
	}

	List<CompiledStep> steps() {
		return this.steps;
	}

	/**
	 * Returns whether each of its transforms has run before. The first run of a transform
	 * takes many times as long as later ones.
	 * @return true once {@link #markWarm()} has been called, on this or other recipes,
	 * for each transform
	 */
	boolean isWarm() {
		for (int i = 0; i < this.steps.size(); i++) {
			if (!this.steps.get(i).warm().get()) {
				return false;
			}
		}
		return true;
	}

	void markWarm() {
		if (!isWarm()) {
			this.steps.forEach((step) -> step.warm().set(true));
		}
	}

	/**
	 * Runs the steps in order. The limit applies to the result of each step.
	 */
	@Override
	public Value apply(Value value, SizeLimit limit) {
		Value current = takes().convert(value);
		for (int i = 0; i < this.steps.size(); i++) {
			current = resultOf(i, current, limit);
		}
		return current;
	}

	/**
	 * Runs one step.
	 * @param index the index of the step, starting at 0
	 * @param value a value of the kind that the step takes, within the limit
	 * @param limit the maximum size of the result
	 * @return the result, converted to what the next step takes, if there is one
	 * @throws TransformException if the step fails, its result exceeds the limit, or it
	 * is not a text where the next step takes one
	 */
	Value resultOf(int index, Value value, SizeLimit limit) {
		Value result = this.steps.get(index).run(value, limit);
		int next = index + 1;
		if (next == this.steps.size()) {
			return result;
		}
		try {
			return this.steps.get(next).takes().convert(result);
		}
		catch (MalformedTextException ex) {
			throw new ValueRefusedException("step %d, %s, takes a text, and the result of step %d is not UTF-8"
				.formatted(next + 1, this.steps.get(next).transform(), next));
		}
	}

	/**
	 * A step of a compiled recipe.
	 *
	 * @param transform the name of its transform
	 * @param function the function
	 * @param takes the kind of its value
	 * @param gives the kind of its result
	 * @param weight its cost
	 * @param warm whether the transform has run before, with any arguments
	 */
	public record CompiledStep(String transform, TransformFunction<Value, Value> function, Kind<?> takes, Kind<?> gives,
			Weight weight, AtomicBoolean warm) {

		/**
		 * Returns a step with another function.
		 * @param other a function that takes and gives the same kinds
		 * @return the new step
		 */
		public CompiledStep with(TransformFunction<Value, Value> other) {
			return new CompiledStep(this.transform, other, this.takes, this.gives, this.weight, this.warm);
		}

		/**
		 * Compiles one step of a recipe.
		 * @param transform the step's transform
		 * @param arguments the step's arguments, percent-decoded
		 * @return one step, or the steps of the recipe that the transform stands for
		 * @throws BadArgumentException if the arguments are invalid
		 */
		static Stream<CompiledStep> of(Transform transform, List<String> arguments) {
			TransformFunction<Value, Value> function = transform.bind(arguments);
			return (function instanceof CompiledRecipe recipe) ? recipe.steps().stream()
					: Stream.of(new CompiledStep(transform.name(), function, transform.takes(), transform.gives(),
							transform.weight(), transform.warm()));
		}

		/**
		 * Runs the function.
		 * @param value a value of the kind that it takes, within the limit
		 * @param limit the maximum size of the result
		 * @return the result, within the limit
		 * @throws TransformException if the function fails or its result exceeds the
		 * limit
		 */
		Value run(Value value, SizeLimit limit) {
			Value result;
			try {
				result = this.function.apply(value, limit);
			}
			catch (TransformException ex) {
				throw ex;
			}
			catch (RuntimeException | Error ex) {
				// an Error too: a transform that exhausts the stack or the heap must not
				// end its connection or the server
				throw new TransformFailedException(this.transform, ex);
			}
			limit.check(result);
			return result;
		}

	}

}
