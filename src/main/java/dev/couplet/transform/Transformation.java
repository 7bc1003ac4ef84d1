package dev.couplet.transform;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A text on its way through a recipe. It runs in at most two parts: on an event loop as
 * long as the steps are cheap, and what is left then on a thread that may take its time.
 * Used by one thread at a time.
 */
public final class Transformation {

	/**
	 * What a request may cost on an event loop, all its steps together: nanoseconds at
	 * the worst, and for most texts a small part of it.
	 */
	static final int CHEAP = 800_000;

	private final CompiledRecipe recipe;

	private final SizeLimit limit;

	private final Consumer<@Nullable TransformException> ended;

	private String text;

	private boolean ascii;

	private int step;

	private long budget = CHEAP;

	private @Nullable TransformException error;

	/**
	 * Begins.
	 * @param recipe the recipe
	 * @param text well-formed Unicode, possibly empty
	 * @param ascii whether the text is known to be of ASCII alone
	 * @param limit for the text, every intermediate result and the result
	 * @param ended told once, at the end, why there is no result, or null where there is
	 * one
	 */
	Transformation(CompiledRecipe recipe, String text, boolean ascii, SizeLimit limit,
			Consumer<@Nullable TransformException> ended) {
		this.recipe = recipe;
		this.text = text;
		this.ascii = ascii;
		this.limit = limit;
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
		while (!isDone() && spendOnNextStep()) {
			runStep();
		}
		return isDone();
	}

	private boolean spendOnNextStep() {
		this.budget -= this.recipe.steps().get(this.step).weight().cost(this.text, this.ascii, this.budget);
		return this.budget >= 0;
	}

	/**
	 * Runs all steps that are left.
	 */
	public void runToEnd() {
		while (!isDone()) {
			runStep();
		}
	}

	private void runStep() {
		try {
			if (this.step == 0) {
				this.limit.check(this.text);
			}
			this.text = this.recipe.steps().get(this.step).run(this.text, this.limit);
			this.ascii = false;
			this.step++;
			if (isDone()) {
				this.recipe.ran();
				this.ended.accept(null);
			}
		}
		catch (TransformException ex) {
			end(ex);
		}
	}

	/**
	 * Ends it without running what is left.
	 * @param reason why there is no result
	 */
	void end(TransformException reason) {
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
