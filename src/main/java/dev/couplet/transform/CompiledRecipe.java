package dev.couplet.transform;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A recipe with its transforms found and their arguments in place. Recipes that have a
 * name of their own are dissolved into their steps.
 */
public final class CompiledRecipe implements TextFunction {

	/**
	 * The name of every recipe of several steps. No transform can have it.
	 */
	static final String SEVERAL = "RECIPE";

	private final String name;

	private final List<CompiledStep> steps;

	/**
	 * Makes a recipe.
	 * @param name what to call it in metrics
	 * @param steps the functions, in order
	 */
	CompiledRecipe(String name, List<CompiledStep> steps) {
		this.name = name;
		this.steps = List.copyOf(steps);
	}

	/**
	 * The same recipe, with something around each of its steps.
	 * @param around makes the new step
	 * @return the new recipe
	 */
	public CompiledRecipe withSteps(UnaryOperator<CompiledStep> around) {
		return new CompiledRecipe(this.name, this.steps.stream().map(around).toList());
	}

	/**
	 * What it is called in metrics.
	 * @return the name of its transform; of one with several steps, a word that is no
	 * transform's name
	 */
	public String name() {
		return this.name;
	}

	List<CompiledStep> steps() {
		return this.steps;
	}

	/**
	 * Whether all of its transforms have run before. The first run of a transform takes
	 * many times what a later one takes.
	 * @return false until {@link #ran()}, of this recipe or of others
	 */
	boolean isWarm() {
		for (int i = 0; i < this.steps.size(); i++) {
			if (!this.steps.get(i).warm().get()) {
				return false;
			}
		}
		return true;
	}

	void ran() {
		if (!isWarm()) {
			this.steps.forEach((step) -> step.warm().set(true));
		}
	}

	/**
	 * Runs the functions one after the other. The limit holds for what each of them
	 * makes.
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
	 * One function of the row.
	 *
	 * @param transform the name of its transform
	 * @param function the function
	 * @param weight what it costs
	 * @param warm whether the transform has run before, whatever its arguments
	 */
	public record CompiledStep(String transform, TextFunction function, Weight weight, AtomicBoolean warm) {

		/**
		 * The steps that a step of a recipe as written comes to.
		 * @param transform its transform
		 * @param arguments the arguments
		 * @return one step, or those of the recipe that has this name
		 * @throws BadArgumentException where the arguments are not what the transform
		 * takes
		 */
		static Stream<CompiledStep> of(Transform transform, List<String> arguments) {
			TextFunction function = transform.bind(arguments);
			return (function instanceof CompiledRecipe recipe) ? recipe.steps().stream()
					: Stream.of(new CompiledStep(transform.name(), function, transform.weight(), transform.warm()));
		}

		/**
		 * Runs the function.
		 * @param text well-formed Unicode, within the limit
		 * @param limit for the result
		 * @return the result, within the limit
		 * @throws TransformException where there is none
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
				// also an Error: a transform that ran out of stack or memory must not
				// take its connection or the server with it
				throw new TransformFailedException(this.transform, ex);
			}
			limit.check(result);
			return result;
		}

	}

}
