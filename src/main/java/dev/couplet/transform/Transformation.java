package dev.couplet.transform;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The execution of a recipe on a value. It runs in up to two phases: on the thread that
 * received the request while the steps are cheap, then step by step on a worker thread.
 * Used by one thread at a time.
 */
public final class Transformation implements ExpensiveWork {

	private final CompiledRecipe recipe;

	private final SizeLimit limit;

	private final RequestBudget budget;

	private final Consumer<@Nullable TransformException> ended;

	private Value value;

	private boolean ascii;

	private int step;

	private @Nullable TransformException error;

	/**
	 * Creates a transformation.
	 * @param recipe the recipe
	 * @param value the value
	 * @param limit the maximum size of the value, of every intermediate result and of the
	 * result
	 * @param budget the remaining budget of the request
	 * @param ended called once, at the end, with the error, or with null on success
	 * @throws MalformedTextException if the recipe takes a text and the value is not one
	 */
	Transformation(CompiledRecipe recipe, Value value, SizeLimit limit, RequestBudget budget,
			Consumer<@Nullable TransformException> ended) {
		this.recipe = recipe;
		this.value = recipe.takes().convert(value);
		this.ascii = this.value.isKnownAscii();
		this.limit = limit;
		this.budget = budget;
		this.ended = ended;
	}

	/**
	 * Runs the steps that are cheap enough for an event loop. Runs none if a transform of
	 * the recipe has not run before, because a first run loads classes and tables.
	 * @return whether it has ended
	 */
	public boolean runOnEventLoop() {
		return this.recipe.isWarm() && runWhileCheap();
	}

	/**
	 * Runs steps while they are cheap. The cost of each step is computed just before it
	 * runs, because the previous step may have enlarged the value a thousandfold.
	 * @return whether it has ended
	 */
	boolean runWhileCheap() {
		while (!isDone()) {
			long cost = sliceCost(this.budget.cheapLeft());
			if (!this.budget.spendCheap(cost)) {
				return false;
			}
			runStep(cost);
		}
		return true;
	}

	@Override
	public long sliceCost() {
		return sliceCost(Long.MAX_VALUE);
	}

	// checking whether a large text is pure ASCII has a cost itself
	private long sliceCost(long maxUsefulCost) {
		Weight weight = this.recipe.steps().get(this.step).weight();
		int length = this.value.length();
		long cost = weight.cost(length, this.ascii);
		if (cost <= this.budget.cheapLeft()) {
			return cost;
		}
		long shortcut = weight.cost(length, true);
		if (shortcut < cost && shortcut <= maxUsefulCost && Utf8.isAscii(this.value.text())) {
			this.ascii = true;
			return shortcut;
		}
		return cost;
	}

	@Override
	public boolean runSlice() {
		if (!isDone()) {
			runStep(sliceCost());
		}
		return !isDone();
	}

	private void runStep(long cost) {
		try {
			if (this.step == 0) {
				this.limit.check(this.value);
			}
			this.budget.spend(cost, this.step + 1, this.recipe.steps().get(this.step).transform());
			this.value = this.recipe.resultOf(this.step, this.value, this.limit);
			this.budget.hold(this.value.length());
			this.ascii = this.value.isKnownAscii();
			this.step++;
			if (isDone()) {
				this.recipe.markWarm();
				this.ended.accept(null);
			}
		}
		catch (TransformException ex) {
			fail(ex);
		}
	}

	@Override
	public void fail(TransformException reason) {
		this.error = reason;
		this.step = this.recipe.steps().size();
		this.ended.accept(reason);
	}

	private boolean isDone() {
		return this.step == this.recipe.steps().size();
	}

	/**
	 * Returns the result.
	 * @return a value of the kind that the recipe gives
	 * @throws TransformException if there is no result
	 * @throws IllegalStateException if it has not ended
	 */
	public Value result() {
		TransformException reason = this.error;
		if (reason != null) {
			throw reason;
		}
		if (!isDone()) {
			throw new IllegalStateException("the transformation has not ended");
		}
		return this.value;
	}

}
