package dev.couplet.transform;

import java.util.function.Consumer;

import dev.couplet.transform.CompiledStep.BracketStep;
import dev.couplet.transform.CompiledStep.FunctionStep;
import dev.couplet.transform.CompiledStep.WaitingStep;
import org.jspecify.annotations.Nullable;

/**
 * The execution of a recipe on a value. It runs in up to two phases: on the thread that
 * received the request while the steps are cheap, then in slices on a worker thread. A
 * slice is one step, or several small ones in brackets. Used by one thread at a time.
 */
public final class Transformation implements ExpensiveWork {

	/**
	 * The maximum cost in nanoseconds of several steps that run in one slice, in
	 * brackets.
	 */
	private static final long SLICE = 200_000;

	private final SizeLimit limit;

	private final RequestBudget budget;

	private final StepObserver observer;

	private final Consumer<@Nullable TransformException> ended;

	private final RecipeRun whole;

	// the innermost recipe, of which the next step is
	private RecipeRun current;

	private boolean started;

	private boolean observing;

	private boolean done;

	private @Nullable TransformException error;

	/**
	 * Creates a transformation.
	 * @param recipe the recipe
	 * @param value the value
	 * @param limit the maximum size of the value, of every intermediate result and of the
	 * result
	 * @param budget the remaining budget of the request
	 * @param observer is told which step runs
	 * @param ended called once, at the end, with the error, or with null on success
	 * @throws MalformedTextException if the recipe takes a text and the value is not one
	 */
	Transformation(CompiledRecipe recipe, Value value, SizeLimit limit, RequestBudget budget, StepObserver observer,
			Consumer<@Nullable TransformException> ended) {
		this.whole = new RecipeRun(recipe, value, null);
		this.current = this.whole;
		this.limit = limit;
		this.budget = budget;
		this.observer = observer;
		this.ended = ended;
	}

	/**
	 * Runs the steps that are cheap enough for an event loop. Runs none if a transform of
	 * the recipe has not run before, because a first run loads classes and tables.
	 * @return whether it has ended
	 */
	public boolean runOnEventLoop() {
		return this.whole.recipe().isWarm() && runWhileCheap();
	}

	/**
	 * Runs steps while they are cheap. The cost of each step is computed just before it
	 * runs, because the previous step may have enlarged the value a thousandfold.
	 * @return whether it has ended
	 */
	boolean runWhileCheap() {
		while (!this.done) {
			long cost = stepCost(this.budget.cheapLeft());
			if (!this.budget.spendCheap(cost)) {
				return false;
			}
			runStep(cost);
		}
		return true;
	}

	@Override
	public long sliceCost() {
		long cost = stepCost(Long.MAX_VALUE);
		boolean severalSteps = isInBrackets() || this.current.step() instanceof BracketStep;
		return severalSteps ? Math.max(cost, SLICE) : cost;
	}

	private long stepCost(long maxUseful) {
		return this.current.cost(this.budget.cheapLeft(), maxUseful);
	}

	private boolean isInBrackets() {
		return this.current != this.whole;
	}

	@Override
	public boolean waits() {
		return !this.done && this.current.step() instanceof WaitingStep;
	}

	/**
	 * Returns the recipe.
	 * @return the whole recipe of the request
	 */
	public CompiledRecipe recipe() {
		return this.whole.recipe();
	}

	@Override
	public boolean runSlice() {
		long left = SLICE;
		boolean more = !this.done;
		long cost = more ? stepCost(Long.MAX_VALUE) : 0;
		while (more) {
			left -= cost;
			runStep(cost);
			more = !this.done && isInBrackets() && !waits();
			if (more) {
				cost = stepCost(Long.MAX_VALUE);
				more = cost <= left;
			}
		}
		return !this.done;
	}

	private void runStep(long cost) {
		try {
			if (!this.started) {
				this.started = true;
				this.limit.check(this.current.value());
			}
			CompiledStep step = this.current.step();
			if (!this.budget.spend(cost)) {
				throw this.budget.exceeded(this.current.place());
			}
			if (!isInBrackets()) {
				this.observing = true;
				this.observer.started(step.transform().name());
			}
			advance(step);
		}
		catch (ValueRefusedException ex) {
			refused(ex);
		}
		catch (TransformException ex) {
			fail(ex);
		}
	}

	private void advance(CompiledStep step) {
		switch (step) {
			case FunctionStep function -> complete(run(function));
			case WaitingStep waiting -> complete(await(waiting));
			case BracketStep brackets -> continueWith(new BracketRun(brackets, this.current, this.limit));
		}
		leaveBrackets();
	}

	private Value run(FunctionStep step) {
		try {
			return step.run(this.current.value(), this.limit);
		}
		catch (TransformException ex) {
			throw ex.at(this.current.place());
		}
	}

	private Value await(WaitingStep step) {
		long start = System.nanoTime();
		try {
			Value value = this.current.value();
			return step.run(value, new WaitingCall(this.limit, this.budget, value.length() + surroundingLength()));
		}
		catch (TransformException ex) {
			// the error of an interrupted call
			TransformException reason = this.budget.abandoned();
			throw (reason != null) ? reason : ex.at(this.current.place());
		}
		finally {
			this.budget.spendWait(System.nanoTime() - start);
		}
	}

	private void complete(Value result) {
		this.budget.hold(result.length() + surroundingLength());
		if (!isInBrackets()) {
			this.observing = false;
			this.observer.ended(null);
		}
		this.current.complete(result);
	}

	private long surroundingLength() {
		BracketRun surrounding = this.current.surrounding();
		return (surrounding != null) ? surrounding.length() : 0;
	}

	// runs the recipe in brackets on the next part, or completes the step of the brackets
	private void continueWith(BracketRun brackets) {
		RecipeRun next = brackets.next();
		if (next != null) {
			this.current = next;
		}
		else {
			this.current = brackets.owner();
			complete(brackets.result());
		}
	}

	private void leaveBrackets() {
		while (this.current.isDone()) {
			this.current.recipe().markWarm();
			BracketRun brackets = this.current.surrounding();
			if (brackets == null) {
				this.done = true;
				this.ended.accept(null);
				return;
			}
			brackets.add(this.current.value());
			continueWith(brackets);
		}
	}

	// keeps the part that was refused, where the recipe says so, or fails
	private void refused(ValueRefusedException reason) {
		BracketRun brackets = this.current.surrounding();
		while (brackets != null && !brackets.keepsRefused()) {
			brackets = brackets.owner().surrounding();
		}
		if (brackets == null) {
			fail(reason);
			return;
		}
		try {
			brackets.keep();
			continueWith(brackets);
			leaveBrackets();
		}
		catch (ValueRefusedException ex) {
			refused(ex);
		}
		catch (TransformException ex) {
			fail(ex);
		}
	}

	@Override
	public void fail(TransformException reason) {
		this.error = reason;
		this.done = true;
		if (this.observing) {
			this.observing = false;
			this.observer.ended(reason);
		}
		this.ended.accept(reason);
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
		if (!this.done) {
			throw new IllegalStateException("the transformation has not ended");
		}
		return this.whole.value();
	}

}
