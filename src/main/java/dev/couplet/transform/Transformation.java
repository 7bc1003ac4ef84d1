package dev.couplet.transform;

import java.util.function.Consumer;

import dev.couplet.transform.CompiledRecipe.CompiledStep;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way through a recipe. It runs in at most two parts: on the thread that
 * received it as long as the steps are cheap, and what is left then on a thread for
 * expensive work, step by step. Used by one thread at a time.
 */
public final class Transformation implements ExpensiveWork {

	private final CompiledRecipe recipe;

	private final SizeLimit limit;

	private final RequestBudget budget;

	private final Consumer<@Nullable TransformException> ended;

	private String text;

	private boolean ascii;

	private int step;

	private @Nullable TransformException error;

	/**
	 * Begins.
	 * @param recipe the recipe
	 * @param text well-formed Unicode, possibly empty
	 * @param ascii whether the text is known to be of ASCII alone
	 * @param limit for the text, every intermediate result and the result
	 * @param budget what the request may still take
	 * @param ended told once, at the end, why there is no result, or null where there is
	 * one
	 */
	Transformation(CompiledRecipe recipe, String text, boolean ascii, SizeLimit limit, RequestBudget budget,
			Consumer<@Nullable TransformException> ended) {
		this.recipe = recipe;
		this.text = text;
		this.ascii = ascii;
		this.limit = limit;
		this.budget = budget;
		this.ended = ended;
	}

	/**
	 * Runs the steps that may run on an event loop: none where a transform has not run
	 * before, because its first run loads classes and tables.
	 * @return whether it has come to its end
	 */
	public boolean runOnEventLoop() {
		return this.recipe.isWarm() && runWhileCheap();
	}

	/**
	 * Runs the steps that are cheap. What a step costs is asked when its turn comes,
	 * because the one before it can make a text a thousand times longer.
	 * @return whether it has come to its end
	 */
	boolean runWhileCheap() {
		while (!isDone()) {
			long cost = nextCost(this.budget.cheapLeft());
			if (!this.budget.spendCheap(cost)) {
				return false;
			}
			runStep(cost);
		}
		return true;
	}

	@Override
	public long nextCost() {
		return nextCost(Long.MAX_VALUE);
	}

	// to look whether a large text is of ASCII alone has a price itself
	private long nextCost(long worthLooking) {
		Weight weight = this.recipe.steps().get(this.step).weight();
		int length = this.text.length();
		long cost = weight.cost(length, this.ascii);
		if (cost <= this.budget.cheapLeft()) {
			return cost;
		}
		long shortcut = weight.cost(length, true);
		if (shortcut < cost && shortcut <= worthLooking && Utf8.isAscii(this.text)) {
			this.ascii = true;
			return shortcut;
		}
		return cost;
	}

	@Override
	public boolean runNext() {
		if (!isDone()) {
			runStep(nextCost());
		}
		return !isDone();
	}

	private void runStep(long cost) {
		try {
			if (this.step == 0) {
				this.limit.check(this.text);
			}
			CompiledStep next = this.recipe.steps().get(this.step);
			this.budget.spend(cost, this.step + 1, next.transform());
			this.text = next.run(this.text, this.limit);
			this.budget.hold(this.text.length());
			this.ascii = false;
			this.step++;
			if (isDone()) {
				this.recipe.ran();
				this.ended.accept(null);
			}
		}
		catch (TransformException ex) {
			refuse(ex);
		}
	}

	@Override
	public void refuse(TransformException reason) {
		this.error = reason;
		this.step = this.recipe.steps().size();
		this.ended.accept(reason);
	}

	private boolean isDone() {
		return this.step == this.recipe.steps().size();
	}

	/**
	 * What has become of the text.
	 * @return the result, well-formed Unicode, possibly empty
	 * @throws TransformException where there is none
	 * @throws IllegalStateException where it has not come to its end
	 */
	public String result() {
		TransformException reason = this.error;
		if (reason != null) {
			throw reason;
		}
		if (!isDone()) {
			throw new IllegalStateException("the recipe has steps left");
		}
		return this.text;
	}

}
