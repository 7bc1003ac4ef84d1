package dev.couplet.transform;

import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A text on its way through a recipe. It runs in at most two parts: on an event loop as
 * long as what is left is cheap, which is asked again before every step because a step
 * can make a text larger; and what is left then on a thread that may take its time. Used
 * by one thread at a time.
 */
public final class Transformation {

	/**
	 * The highest cost at which a request runs on an event loop. A transform of weight 1
	 * takes up to 100 ns for each UTF-16 code unit of the worst text, and a few
	 * nanoseconds for most texts.
	 */
	static final int CHEAP = 8192;

	private final CompiledRecipe recipe;

	private final SizeLimit limit;

	private final Consumer<@Nullable TransformException> ended;

	private String text;

	private int step;

	private @Nullable TransformException error;

	/**
	 * Begins.
	 * @param recipe the recipe
	 * @param text well-formed Unicode, possibly empty
	 * @param limit for the text, every intermediate result and the result
	 * @param ended told once, at the end, why there is no result, or null where there is
	 * one
	 */
	Transformation(CompiledRecipe recipe, String text, SizeLimit limit, Consumer<@Nullable TransformException> ended) {
		this.recipe = recipe;
		this.text = text;
		this.limit = limit;
		this.ended = ended;
	}

	/**
	 * What is left to do, at its worst: the length of the text in UTF-16 code units times
	 * the weight of the steps.
	 * @return the cost; 0 where nothing is left
	 */
	public long cost() {
		return isDone() ? 0 : (long) this.recipe.weightFrom(this.step) * Math.max(1, this.text.length());
	}

	boolean isCheap() {
		return cost() <= CHEAP;
	}

	/**
	 * Runs the steps that may run on an event loop.
	 * @return whether it has come to its end
	 */
	public boolean runWhileCheap() {
		while (!isDone() && isCheap() && this.recipe.isWarm()) {
			runStep();
		}
		return isDone();
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
		if (this.error != null) {
			throw Objects.requireNonNull(this.error);
		}
		if (!isDone()) {
			throw new IllegalStateException("the recipe has steps left");
		}
		return this.text;
	}

}
