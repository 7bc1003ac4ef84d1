package dev.couplet.transform;

import java.util.List;

/**
 * A recipe with its transforms found and its arguments in place.
 *
 * @param steps the functions, in order
 */
record CompiledRecipe(List<CompiledStep> steps) implements TextFunction {

	/**
	 * The name of every recipe of several steps. No transform can have it.
	 */
	static final String SEVERAL = "RECIPE";

	CompiledRecipe {
		steps = List.copyOf(steps);
	}

	/**
	 * Runs the functions one after the other. The limit holds for what each of them
	 * makes.
	 */
	@Override
	public String apply(String text, SizeLimit limit) {
		String result = text;
		for (CompiledStep step : this.steps) {
			result = run(step, result, limit);
			limit.check(result);
		}
		return result;
	}

	private static String run(CompiledStep step, String text, SizeLimit limit) {
		try {
			return step.function().apply(text, limit);
		}
		catch (TransformException ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			// also an Error: a transform that ran out of stack or memory must not take
			// its
			// connection or the server with it
			throw new TransformFailedException(step.transform(), ex);
		}
	}

	/**
	 * What to call the recipe in metrics.
	 * @return the name of its transform, where it is only one
	 */
	String name() {
		return (this.steps.size() == 1) ? this.steps.getFirst().transform() : SEVERAL;
	}

	int weight() {
		return this.steps.stream().mapToInt(CompiledStep::weight).sum();
	}

	/**
	 * One function of the row.
	 *
	 * @param transform the name of its transform
	 * @param function the function
	 * @param weight how many built-in transforms it runs, at least 1
	 */
	record CompiledStep(String transform, TextFunction function, int weight) {

	}

}
