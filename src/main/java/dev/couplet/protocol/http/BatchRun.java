package dev.couplet.protocol.http;

import java.util.ArrayList;
import java.util.List;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.Kind;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * The execution of a recipe on many values, one after the other. An error affects only
 * its value. The total size of the results is limited: the first result that exceeds the
 * limit fails, and so do all values after it. The total cost is limited like the cost of
 * one value, and a value that would exceed the limit fails.
 */
final class BatchRun implements ExpensiveWork {

	/**
	 * The maximum size of the body, and of all results together, as a multiple of the
	 * maximum size of a value.
	 */
	static final int MAX_TOTAL_TEXTS = 4;

	private final TransformPort transforms;

	private final TransformProblems problems;

	private final BatchRequest batch;

	private final Problem tooLarge;

	private final RequestBudget budget;

	private final MemoryReservation memory;

	private final List<BatchAnswer.Result> results = new ArrayList<>();

	private @Nullable Transformation current;

	private @Nullable TransformException failure;

	private final long limit;

	private long left;

	BatchRun(TransformPort transforms, TransformProblems problems, BatchRequest batch, long limit,
			MemoryReservation memory) {
		this.memory = memory;
		this.transforms = transforms;
		this.problems = problems;
		this.batch = batch;
		this.limit = limit;
		this.left = limit;
		this.budget = transforms.newBudget(memory);
		this.tooLarge = Problem.tooLarge("all results together are over the limit of " + limit + " bytes");
	}

	/**
	 * Runs the recipe.
	 * @return one result for each value, in the same order
	 * @throws TransformException if the server is unavailable or the client has
	 * disconnected, which affects all values
	 */
	BatchAnswer run() {
		if (hasNext()) {
			this.transforms.await(this, this.budget);
		}
		if (this.failure != null) {
			throw this.failure;
		}
		return new BatchAnswer(this.results);
	}

	private boolean hasNext() {
		return this.results.size() < this.batch.values().size();
	}

	private Value next() {
		return this.batch.values().get(this.results.size());
	}

	@Override
	public long sliceCost() {
		Transformation running = this.current;
		// checking a value takes about a nanosecond for each character
		return (running != null) ? running.sliceCost() : next().length();
	}

	@Override
	public boolean waits() {
		return this.current != null && this.current.waits();
	}

	@Override
	public boolean runSlice() {
		try {
			advance();
		}
		catch (UnavailableException | ClientGoneException ex) {
			this.failure = ex;
		}
		catch (TransformException ex) {
			add(BatchAnswer.Result.of(this.problems.of(ex)));
		}
		return this.failure == null && hasNext();
	}

	private void advance() {
		Transformation running = this.current;
		if (this.left < 0) {
			add(overLimit());
		}
		else if (running == null) {
			this.current = begin(next());
		}
		else if (!running.runSlice()) {
			add(withinLimit(running.result()));
		}
	}

	private Transformation begin(Value value) {
		Value wellFormed = this.transforms.read(() -> requireWellFormed(value));
		return this.transforms.begin(this.batch.recipe(), wellFormed, this.budget, System.nanoTime());
	}

	private static Value requireWellFormed(Value value) {
		int surrogate = (value.kind() == Kind.TEXT) ? Utf8.unpairedSurrogate(value.text()) : 0;
		if (surrogate > 0) {
			throw new MalformedTextException(
					"the text is not well-formed Unicode: an unpaired surrogate at character " + surrogate);
		}
		return value;
	}

	private void add(BatchAnswer.Result result) {
		this.results.add(result);
		this.current = null;
	}

	private BatchAnswer.Result withinLimit(Value result) {
		retain(result);
		this.left -= result.size();
		return (this.left < 0) ? overLimit() : BatchAnswer.Result.of(result);
	}

	private void retain(Value result) {
		try {
			this.memory.retain(result.length());
		}
		catch (UnavailableException ex) {
			this.transforms.reject(ex);
			throw ex;
		}
	}

	private BatchAnswer.Result overLimit() {
		this.transforms.reject(new ValueTooLargeException(this.limit));
		return BatchAnswer.Result.of(this.tooLarge);
	}

	@Override
	public void fail(TransformException reason) {
		this.failure = reason;
		if (this.current != null) {
			this.current.fail(reason);
		}
		else {
			this.transforms.reject(reason);
		}
	}

}
