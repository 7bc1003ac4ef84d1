package dev.couplet.transform;

import org.jspecify.annotations.Nullable;

/**
 * The state of a recipe that runs on a value: the whole recipe of a request, or one in
 * brackets that runs on a part.
 */
final class RecipeRun {

	/**
	 * The cost in nanoseconds of a step on an empty part. It only matters if there are
	 * many parts.
	 */
	private static final int COST_IN_BRACKETS = 1000;

	private final CompiledRecipe recipe;

	private final @Nullable BracketRun surrounding;

	private Value value;

	private boolean ascii;

	private int index;

	/**
	 * Creates a run.
	 * @param recipe the recipe
	 * @param value the value
	 * @param surrounding the brackets around the recipe, or null if there are none
	 * @throws MalformedTextException if the recipe takes a text and the value is not one
	 */
	RecipeRun(CompiledRecipe recipe, Value value, @Nullable BracketRun surrounding) {
		this.recipe = recipe;
		this.surrounding = surrounding;
		this.value = first(value);
		this.ascii = this.value.isKnownAscii();
	}

	private Value first(Value given) {
		try {
			return this.recipe.takes().convert(given);
		}
		catch (MalformedTextException ex) {
			throw ex.at(place(), given);
		}
	}

	boolean isDone() {
		return this.index == this.recipe.steps().size();
	}

	CompiledRecipe recipe() {
		return this.recipe;
	}

	@Nullable BracketRun surrounding() {
		return this.surrounding;
	}

	CompiledStep step() {
		return this.recipe.steps().get(this.index);
	}

	Value value() {
		return this.value;
	}

	boolean isAscii() {
		return this.ascii;
	}

	/**
	 * Returns the cost of the next step.
	 * @param cheap up to this cost, the value is not examined
	 * @param maxUseful the maximum cost of interest. Checking whether a large text is
	 * pure ASCII has a cost itself
	 * @return nanoseconds
	 */
	long cost(long cheap, long maxUseful) {
		Weight weight = step().weight();
		int length = this.value.length();
		long fixed = (this.surrounding != null) ? COST_IN_BRACKETS : 0;
		long cost = fixed + weight.cost(length, this.ascii);
		if (cost <= cheap) {
			return cost;
		}
		long shortcut = fixed + weight.cost(length, true);
		if (shortcut < cost && shortcut <= maxUseful && this.value.kind() == Kind.TEXT
				&& Utf8.isAscii(this.value.text())) {
			this.ascii = true;
			return shortcut;
		}
		return cost;
	}

	/**
	 * Moves on to the next step.
	 * @param result the result of the current one
	 * @throws ValueRefusedException if the next step takes a text and the result is not
	 * one
	 */
	void complete(Value result) {
		this.index++;
		this.value = isDone() ? result : converted(result);
		this.ascii = this.value.isKnownAscii();
	}

	private Value converted(Value result) {
		try {
			return step().transform().takes().convert(result);
		}
		catch (MalformedTextException ex) {
			throw new ValueRefusedException("%s, takes a text, and the result of step %s is not %s%s".formatted(place(),
					number(this.index - 1), ex.encoding(), EncodingHint.of(result, "before it")));
		}
	}

	/**
	 * Returns the place of the current step, for errors.
	 * @return such as {@code step 2.1, base64-decode, line 3}
	 */
	String place() {
		return "step %s, %s%s".formatted(number(), step().transform().name(), part());
	}

	private String number(int step) {
		String own = this.recipe.number(step);
		return (this.surrounding != null) ? this.surrounding.owner().number() + "." + own : own;
	}

	private String number() {
		return number(this.index);
	}

	private String part() {
		return (this.surrounding != null) ? this.surrounding.owner().part() + this.surrounding.part() : "";
	}

}
