package dev.couplet.protocol.kafka;

import java.util.concurrent.CountDownLatch;

import dev.couplet.endpoint.AsyncRequest;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.LoggableFailure;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.Value;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record with a value, on its way through the service. It runs on the thread of the
 * consumer while that is cheap, and otherwise on a worker, or on a virtual thread if its
 * recipe waits for another server.
 */
final class RecordRequest extends AsyncRequest<Transformation, Outcome> {

	private static final Logger logger = LoggerFactory.getLogger(RecordRequest.class);

	private final TransformPort transforms;

	private final ConsumerRecord<byte[], byte[]> origin;

	private final @Nullable String recipe;

	private final boolean recipeHeader;

	private final MemoryReservation memory;

	private final Context trace;

	private final CountDownLatch answered = new CountDownLatch(1);

	/**
	 * Creates a request.
	 * @param transforms the port of the flow
	 * @param origin the record, which has a value
	 * @param recipe the recipe of the flow, or null if it has none
	 * @param recipeHeader whether a header of the record replaces it
	 * @param memory the memory of the record
	 * @param trace the context with the caller's span
	 */
	RecordRequest(TransformPort transforms, ConsumerRecord<byte[], byte[]> origin, @Nullable String recipe,
			boolean recipeHeader, MemoryReservation memory, Context trace) {
		super(transforms, origin.value().length, memory);
		this.transforms = transforms;
		this.origin = origin;
		this.recipe = recipe;
		this.recipeHeader = recipeHeader;
		this.memory = memory;
		this.trace = trace;
	}

	@Override
	protected Transformation begin(RequestBudget budget, long arrived) {
		try (Scope _ = this.trace.makeCurrent()) {
			String chosen = this.transforms.read(this::reserveAndReadRecipe);
			return this.transforms.begin(chosen, Value.of(this.origin.value()), budget, arrived);
		}
	}

	private String reserveAndReadRecipe() {
		this.memory.retain(this.origin.value().length);
		String own = this.recipeHeader ? IncomingHeaders.recipe(this.origin.headers()) : null;
		String chosen = (own != null) ? own : this.recipe;
		if (chosen == null) {
			throw new MalformedRecipeException(
					"the record has no header " + IncomingHeaders.RECIPE + ", and the flow has no recipe");
		}
		return chosen;
	}

	@Override
	protected Outcome success(Transformation work) {
		return new Outcome.Success(work.result());
	}

	@Override
	protected Outcome failure(TransformException error) {
		return Outcome.Failure.of(error);
	}

	/**
	 * Runs the request, here while it is cheap.
	 */
	void start() {
		try {
			if (answer() == null && continueElsewhere(this.answered::countDown)) {
				return;
			}
		}
		catch (RuntimeException ex) {
			fail(ex);
		}
		this.answered.countDown();
	}

	/**
	 * Waits for the outcome.
	 * @return the outcome
	 * @throws InterruptedException if the thread is interrupted
	 */
	Outcome await() throws InterruptedException {
		this.answered.await();
		try {
			Outcome outcome = answer();
			if (outcome != null) {
				return outcome;
			}
		}
		catch (RuntimeException ex) {
			fail(ex);
		}
		return Outcome.Failure.ofServer();
	}

	private void fail(RuntimeException failure) {
		this.transforms.countServerFailure();
		logger.error("A record of {} failed", this.origin.topic(), LoggableFailure.of(failure));
		answerWith(Outcome.Failure.ofServer());
	}

}
