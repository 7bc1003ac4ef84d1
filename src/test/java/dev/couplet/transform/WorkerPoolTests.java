package dev.couplet.transform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WorkerPool}.
 */
class WorkerPoolTests {

	private static final Duration PATIENT = Duration.ofMinutes(1);

	private static final Duration IMPATIENT = Duration.ofMillis(1);

	private static final int EXPENSIVE = 100_000_000;

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	private final List<String> log = new CopyOnWriteArrayList<>();

	private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

	@AfterEach
	void release() {
		this.released.countDown();
		this.callers.shutdownNow();
	}

	@Test
	void runsWorkInTheOrderInWhichItComes() throws Exception {
		WorkerPool pool = new WorkerPool(1, PATIENT);
		occupy(pool);
		CountDownLatch done = new CountDownLatch(1);
		for (String name : List.of("a", "b", "c")) {
			pool.execute(() -> this.log.add(name), () -> this.log.add("refused"));
		}
		pool.execute(done::countDown, done::countDown);
		assertThat(this.log).isEmpty();
		this.released.countDown();
		done.await();
		assertThat(this.log).containsExactly("a", "b", "c");
	}

	@Test
	void workWhoseTurnComesTooLateIsRefusedOnTheThreadOfTheWork() throws Exception {
		WorkerPool pool = new WorkerPool(1, IMPATIENT);
		occupy(pool);
		CompletableFuture<String> outcome = new CompletableFuture<>();
		pool.execute(() -> outcome.complete("done"), () -> outcome.complete(Thread.currentThread().getName()));
		long queued = System.nanoTime();
		awaitTime(queued, IMPATIENT);
		this.released.countDown();
		assertThat(outcome.get()).startsWith("transform-worker-");
	}

	@Test
	void aCallerWaitsForItsTurnAndTheEndOfItsWork() throws Exception {
		WorkerPool pool = new WorkerPool(1, PATIENT);
		occupy(pool);
		Future<Boolean> second = this.callers.submit(() -> pool.executeAndWait(() -> this.log.add("second")));
		assertThat(second.isDone()).isFalse();
		assertThat(this.log).isEmpty();
		this.released.countDown();
		assertThat(second.get()).isTrue();
		assertThat(this.log).containsExactly("second");
	}

	@Test
	void aCallerWhoseTurnDoesNotComeIsToldAndItsWorkIsNotDone() throws Exception {
		WorkerPool pool = new WorkerPool(1, IMPATIENT);
		occupy(pool);
		assertThat(pool.executeAndWait(() -> this.log.add("second"))).isFalse();
		this.released.countDown();
		CountDownLatch done = new CountDownLatch(1);
		pool.execute(done::countDown, done::countDown);
		done.await();
		assertThat(this.log).isEmpty();
	}

	@Test
	void aCallerThatIsInterruptedIsToldAndStaysInterrupted() throws Exception {
		WorkerPool pool = new WorkerPool(1, PATIENT);
		occupy(pool);
		Thread.currentThread().interrupt();
		assertThat(pool.executeAndWait(() -> this.log.add("second"))).isFalse();
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void aCallerThatIsInterruptedAfterItsTurnHasComeWaitsForTheEnd() throws Exception {
		WorkerPool pool = new WorkerPool(1, PATIENT);
		Thread caller = Thread.currentThread();
		assertThat(pool.executeAndWait(() -> {
			caller.interrupt();
			Awaitility.await().until(() -> !caller.isInterrupted());
			this.log.add("done");
		})).isTrue();
		assertThat(this.log).containsExactly("done");
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void theServiceRefusesATextWhoseTurnDoesNotCome() throws Exception {
		WorkerPool pool = new WorkerPool(1, IMPATIENT);
		TransformService service = service(pool);
		occupy(pool);
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> service.transform("expensive", "x"))
			.withMessageContaining("overloaded");
		assertThat(this.log).isEmpty();
	}

	@Test
	void cheapWorkNeverWaits() throws Exception {
		WorkerPool pool = new WorkerPool(1, PATIENT);
		TransformService service = service(pool);
		occupy(pool);
		assertThat(service.transform("cheap", "x")).isEqualTo(Thread.currentThread().getName());
	}

	@Test
	void expensiveWorkRunsOnAThreadOfThePool() {
		assertThat(service(new WorkerPool(1, PATIENT)).transform("expensive", "x")).startsWith("transform-worker-");
	}

	@Test
	void aTransformThatFailsDoesNotEndAThread() {
		WorkerPool pool = new WorkerPool(1, PATIENT);
		Transform thread = Transform.named("thread")
			.weighing(EXPENSIVE)
			.applying((text) -> Thread.currentThread().getName());
		Transform broken = Transform.named("broken").weighing(EXPENSIVE).applying((text) -> {
			throw new StackOverflowError();
		});
		TransformService service = new TransformService(new Catalogue(List.of(thread, broken)), new SizeLimit(100),
				pool);
		String before = service.transform("thread", "x");
		assertThatExceptionOfType(TransformFailedException.class).isThrownBy(() -> service.transform("broken", "x"));
		assertThat(service.transform("thread", "x")).isEqualTo(before);
	}

	@Test
	void aCallerDoesNotWaitForeverForWorkThatFailsAgainstItsContract() throws Exception {
		WorkerPool pool = new WorkerPool(1, PATIENT);
		Future<Boolean> failed = this.callers.submit(() -> pool.executeAndWait(() -> {
			throw new IllegalStateException("against the contract");
		}));
		assertThat(failed).succeedsWithin(Duration.ofSeconds(20));
		assertThat(pool.executeAndWait(() -> this.log.add("next"))).isTrue();
		assertThat(this.log).containsExactly("next");
	}

	private TransformService service(WorkerPool pool) {
		Transform cheap = Transform.named("cheap").applying((text) -> Thread.currentThread().getName());
		Transform expensive = Transform.named("expensive").weighing(EXPENSIVE).applying((text) -> {
			this.log.add(text);
			return Thread.currentThread().getName();
		});
		return new TransformService(new Catalogue(List.of(cheap, expensive)), new SizeLimit(100), pool);
	}

	private void occupy(WorkerPool pool) throws InterruptedException {
		// also where the machine is so busy that its own turn comes too late
		pool.execute(this::blockThread, this::blockThread);
		this.begun.await();
	}

	private void blockThread() {
		this.begun.countDown();
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void awaitTime(long since, Duration time) {
		while (System.nanoTime() - since <= time.toNanos()) {
			Thread.onSpinWait();
		}
	}

}
