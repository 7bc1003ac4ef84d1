package dev.couplet.transform;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A recipe whose transforms have been looked up and whose arguments have been bound. A
 * named recipe is replaced by its steps.
 */
public final class CompiledRecipe implements TextFunction {

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
	public String apply(String text, SizeLimit limit) {
		String result = text;
		for (CompiledStep step : this.steps) {
			result = step.run(result, limit);
		}
		return result;
	}

	/**
	 * A step of a compiled recipe.
	 *
	 * @param transform the name of its transform
	 * @param function the function
	 * @param weight its cost
	 * @param warm whether the transform has run before, with any arguments
	 */
	public record CompiledStep(String transform, TextFunction function, Weight weight, AtomicBoolean warm) {

		/**
		 * Compiles one step of a recipe.
		 * @param transform the step's transform
		 * @param arguments the step's arguments, percent-decoded
		 * @return one step, or the steps of the recipe that the transform stands for
		 * @throws BadArgumentException if the arguments are invalid
		 */
		static Stream<CompiledStep> of(Transform transform, List<String> arguments) {
			TextFunction function = transform.bind(arguments);
			return (function instanceof CompiledRecipe recipe) ? recipe.steps().stream()
					: Stream.of(new CompiledStep(transform.name(), function, transform.weight(), transform.warm()));
		}

		/**
		 * Runs the function.
		 * @param text well-formed Unicode, within the limit
		 * @param limit the maximum size of the result
		 * @return the result, within the limit
		 * @throws TransformException if the function fails or its result exceeds the
		 * limit
		 */
		String run(String text, SizeLimit limit) {
			String result;
			try {
				result = this.function.apply(text, limit);
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
