package dev.couplet.transform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a {@link WaitingPool} ends its requests when the service stops.
 */
class WaitingPoolTests {

	private static final Duration LONG_WAIT = Duration.ofMinutes(1);

	private static final int EXPENSIVE = 100_000_000;

	private static final Transform PASS = Transform.named("pass").waiting((value, call) -> value);

	private static final Transform EXPENSIVE_STEP = Transform.named("expensive")
		.weighing(EXPENSIVE)
		.applying((text) -> text);

	private final CountDownLatch released = new CountDownLatch(1);

	private final CountDownLatch begun = new CountDownLatch(1);

	private final Transform held = Transform.named("held").waiting((value, call) -> {
		block();
		throw new ClientGoneException();
	});

	private final Transform blocking = Transform.named("blocking").weighing(EXPENSIVE).applying((text) -> {
		block();
		return text;
	});

	private final WorkerPool workers = new WorkerPool(1, 10, LONG_WAIT);

	private final TransformService service = new TransformService(
			new Catalogue(List.of(PASS, EXPENSIVE_STEP, this.held, this.blocking)), new SizeLimit(100),
			Duration.ofDays(1), this.workers, new MemoryBudget(Long.MAX_VALUE, new SizeLimit(1), 1));

	@AfterEach
	void release() {
		this.released.countDown();
	}

	@Test
	void aRequestThatWaitsIsRefusedAtTheStop() throws Exception {
		CompletableFuture<TransformException> error = execute(this.service.compile("held"));
		this.begun.await();
		assertThat(this.service.stop()).isTrue();
		assertThat(error).succeedsWithin(LONG_WAIT).isInstanceOf(UnavailableException.class);
	}

	@Test
	void aRequestThatBeginsToWaitAfterTheStopIsRefused() {
		CompiledRecipe recipe = this.service.compile("held");
		assertThat(this.service.stop()).isFalse();
		assertThat(execute(recipe)).succeedsWithin(LONG_WAIT).isInstanceOf(UnavailableException.class);
	}

	@Test
	void aRequestWhoseNextStepIsQueuedIsRefusedAtTheStop() throws Exception {
		execute(this.service.compile("pass,blocking"));
		this.begun.await();
		CompletableFuture<TransformException> error = execute(this.service.compile("pass,expensive"));
		Awaitility.await().until(() -> this.workers.queueLength() == 1);
		this.service.stop();
		assertThat(error).succeedsWithin(LONG_WAIT).isInstanceOf(UnavailableException.class);
	}

	private CompletableFuture<TransformException> execute(CompiledRecipe recipe) {
		CompletableFuture<TransformException> error = new CompletableFuture<>();
		RequestBudget budget = this.service.newBudget(this.service.newReservation());
		Transformation transformation = this.service.begin(recipe, Value.of("a"), budget, StepObserver.NONE,
				error::complete);
		this.service.executeWaiting(transformation, budget);
		return error;
	}

	private void block() {
		this.begun.countDown();
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
