package dev.couplet.transform;

import java.util.List;

/**
 * A recipe whose transforms have been looked up and whose arguments have been bound. A
 * named recipe is replaced by its steps.
 */
public final class CompiledRecipe {

	/**
	 * The name of every recipe of several steps. It is not a valid transform name.
	 */
	static final String MULTIPLE_STEPS = "RECIPE";

	private final String name;

	private final List<CompiledStep> steps;

	private final List<String> numbers;

	private final boolean waits;

	// once true, it stays so; a race only means that it is computed again
	private boolean warm;

	/**
	 * Creates a compiled recipe.
	 * @param name the name for metrics
	 * @param steps the steps, in order, at least one
	 * @param numbers the number of each step in the recipe as it is written: those of a
	 * named recipe at step 2 are 2.1 and so on
	 */
	CompiledRecipe(String name, List<CompiledStep> steps, List<String> numbers) {
		this.name = name;
		this.steps = List.copyOf(steps);
		this.numbers = List.copyOf(numbers);
		this.waits = steps.stream().anyMatch(CompiledStep::waits);
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
		return this.steps.getFirst().transform().takes();
	}

	/**
	 * Returns what the recipe gives.
	 * @return the kind that its last step gives
	 */
	public Kind<?> gives() {
		return this.steps.getLast().transform().gives();
	}

	List<CompiledStep> steps() {
		return this.steps;
	}

	String number(int index) {
		return this.numbers.get(index);
	}

	/**
	 * Returns the number of steps, those in brackets included.
	 * @return at least 1
	 */
	int size() {
		return this.steps.stream().mapToInt(CompiledStep::size).sum();
	}

	/**
	 * Returns the number of steps that have brackets, at all levels.
	 * @return at least 0
	 */
	int bracketCount() {
		int count = 0;
		for (CompiledStep step : this.steps) {
			if (step instanceof CompiledStep.BracketStep brackets) {
				count += 1 + brackets.brackets().bracketCount();
			}
		}
		return count;
	}

	boolean isCacheable() {
		return this.steps.stream().allMatch(CompiledStep::isCacheable);
	}

	/**
	 * Returns whether a step, also one in brackets, waits for something outside of the
	 * process. The recipe must then run on a virtual thread.
	 * @return false if all steps only compute
	 */
	public boolean waits() {
		return this.waits;
	}

	/**
	 * Returns whether each of its transforms has run before. The first run of a transform
	 * takes many times as long as later ones.
	 * @return true once {@link #markWarm()} has been called, on this or other recipes,
	 * for each transform
	 */
	boolean isWarm() {
		if (!this.warm) {
			this.warm = this.steps.stream().allMatch(CompiledStep::isWarm);
		}
		return this.warm;
	}

	/**
	 * Notes that its transforms have run. It says nothing about recipes in brackets,
	 * which do not run on a text without parts.
	 */
	void markWarm() {
		if (!this.warm) {
			this.steps.forEach((step) -> step.transform().warm().set(true));
		}
	}

	/**
	 * Runs the recipe without a limit of cost or memory, for values that are trusted.
	 * @param value the value
	 * @param limit the maximum size of the value, of every intermediate result and of the
	 * result
	 * @return the result
	 * @throws TransformException if a step fails
	 */
	Value apply(Value value, SizeLimit limit) {
		Transformation transformation = new Transformation(this, value, limit, RequestBudget.unlimited(limit),
				StepObserver.NONE, (_) -> {
				});
		boolean more = true;
		while (more) {
			more = transformation.runSlice();
		}
		return transformation.result();
	}

}
