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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WorkerPool}.
 */
class WorkerPoolTests {

	private static final Duration LONG_WAIT = Duration.ofMinutes(1);

	private static final Duration SHORT_WAIT = Duration.ofMillis(1);

	private static final int MANY = 100;

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
	void runsWorkOfEqualCostInOrder() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		occupy(pool);
		List.of("a", "b", "c").forEach((name) -> pool.execute(new Logged(name, 10, 1)));
		assertThat(this.log).isEmpty();
		this.released.countDown();
		awaitLog("a", "b", "c");
	}

	@Test
	void anExceptionReachesTheThreadThatWaits() {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> pool.executeAndWait(new Logged("broken", 10, 2) {
				@Override
				public boolean runSlice() {
					throw new StackOverflowError("in a slice");
				}
			}, WorkerPoolTests::staysConnected))
			.withCauseInstanceOf(StackOverflowError.class);
		pool.executeAndWait(new Logged("a", 10, 1), WorkerPoolTests::staysConnected);
		awaitLog("a");
	}

	@Test
	void interleavesWorkOfSeveralSlices() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		occupy(pool);
		pool.execute(new Logged("a", 10, 3));
		pool.execute(new Logged("b", 10, 2));
		this.released.countDown();
		awaitLog("a", "b", "a", "b", "a");
	}

	@Test
	void cheaperWorkOvertakesMoreExpensiveWork() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		occupy(pool);
		pool.execute(new Logged("much", 1000, 2));
		pool.execute(new Logged("little", 10, 3));
		this.released.countDown();
		awaitLog("little", "little", "little", "much", "much");
	}

	@Test
	void expensiveWorkIsNotStarvedByCheaperWork() throws Exception {
		WorkerPool pool = new WorkerPool(1, 1000, LONG_WAIT);
		occupy(pool);
		pool.execute(new Logged("much", 1000, 1));
		for (int i = 0; i < 20; i++) {
			pool.execute(new Logged("little", 100, 20));
		}
		this.released.countDown();
		Awaitility.await().until(() -> this.log.size() == 401);
		assertThat(this.log.indexOf("much")).isLessThan(250);
	}

	@Test
	void workThatRanWithoutCompetitionIsNotPenalized() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		CountDownLatch alone = new CountDownLatch(3);
		pool.execute(new Logged("a", 10, 6) {
			@Override
			public boolean runSlice() {
				alone.countDown();
				if (alone.getCount() == 0) {
					blockThread();
				}
				return super.runSlice();
			}
		});
		this.begun.await();
		pool.execute(new Logged("b", 10, 3));
		this.released.countDown();
		awaitLog("a", "a", "a", "a", "b", "a", "b", "a", "b");
	}

	@Test
	void refusesWorkWhenTheQueueIsFullAndAcceptsItAgainLater() throws Exception {
		WorkerPool pool = new WorkerPool(1, 2, Duration.ofSeconds(7));
		occupy(pool);
		pool.execute(new Logged("a", 10, 1));
		pool.execute(new Logged("b", 10, 1));
		assertThat(pool.queueLength()).isEqualTo(2);
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> pool.execute(new Logged("c", 10, 1)))
			.withMessageContaining("overloaded")
			.satisfies((thrown) -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
		this.released.countDown();
		awaitLog("a", "b");
		pool.execute(new Logged("d", 10, 1));
		awaitLog("a", "b", "d");
	}

	@Test
	void refusesOverdueWorkOnAWorkerThread() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, SHORT_WAIT);
		occupy(pool);
		CompletableFuture<String> outcome = new CompletableFuture<>();
		pool.execute(new Logged("late", 10, 1) {
			@Override
			public void fail(TransformException reason) {
				outcome.complete(Thread.currentThread().getName() + " " + reason.getMessage());
			}
		});
		awaitTime(System.nanoTime(), SHORT_WAIT);
		this.released.countDown();
		assertThat(outcome.get()).startsWith("transform-worker-").contains("overloaded");
		assertThat(this.log).isEmpty();
	}

	@Test
	void startedWorkIsNeverOverdue() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, SHORT_WAIT);
		pool.execute(new Logged("slow", 10, 5) {
			@Override
			public boolean runSlice() {
				awaitTime(System.nanoTime(), SHORT_WAIT);
				return super.runSlice();
			}
		});
		awaitLog("slow", "slow", "slow", "slow", "slow");
	}

	@Test
	void queuedWorkThatIsAbandonedEndsAtOnce() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		occupy(pool);
		pool.execute(new Logged("abandoned", 10, 1)).abandon();
		awaitLog("abandoned refused: the client has disconnected");
		assertThat(pool.queueLength()).isZero();
	}

	@Test
	void runningWorkThatIsAbandonedEndsBeforeItsNextSlice() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		PendingWork running = pool.execute(new Logged("running", 10, 3) {
			@Override
			public boolean runSlice() {
				blockThread();
				return super.runSlice();
			}
		});
		this.begun.await();
		running.abandon();
		this.released.countDown();
		awaitLog("running", "running refused: the client has disconnected");
	}

	@Test
	void callerWaitsUntilItsWorkHasEnded() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		occupy(pool);
		Future<?> second = this.callers
			.submit(() -> pool.executeAndWait(new Logged("second", 10, 2), WorkerPoolTests::staysConnected));
		Awaitility.await().until(() -> pool.queueLength() == 1);
		assertThat(second.isDone()).isFalse();
		this.released.countDown();
		second.get();
		assertThat(this.log).containsExactly("second", "second");
	}

	@Test
	void overdueWorkOfAWaitingCallerIsRefused() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, SHORT_WAIT);
		occupy(pool);
		Future<?> second = this.callers
			.submit(() -> pool.executeAndWait(new Logged("second", 10, 1), WorkerPoolTests::staysConnected));
		Awaitility.await().until(() -> pool.queueLength() == 1);
		awaitTime(System.nanoTime(), SHORT_WAIT);
		this.released.countDown();
		second.get();
		assertThat(this.log).singleElement().asString().startsWith("second refused: the server is overloaded");
	}

	@Test
	void callerIsRefusedAtOnceWhenTheQueueIsFull() throws Exception {
		WorkerPool pool = new WorkerPool(1, 1, LONG_WAIT);
		occupy(pool);
		pool.execute(new Logged("first", 10, 1));
		pool.executeAndWait(new Logged("second", 10, 1), WorkerPoolTests::staysConnected);
		assertThat(this.log).singleElement().asString().startsWith("second refused: the server is overloaded");
	}

	@Test
	void callerStopsWaitingWhenItsClientDisconnects() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		occupy(pool);
		pool.executeAndWait(new Logged("second", 10, 1), ClientGoneException::new);
		assertThat(this.log).containsExactly("second refused: the client has disconnected");
	}

	@Test
	void interruptedCallerIsRefusedAndStaysInterrupted() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		occupy(pool);
		Thread.currentThread().interrupt();
		pool.executeAndWait(new Logged("second", 10, 1), WorkerPoolTests::staysConnected);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.log).singleElement().asString().startsWith("second refused: the server is shutting down");
	}

	@Test
	void interruptedCallerWaitsForTheEndOfTheRunningSlice() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		Thread caller = Thread.currentThread();
		pool.executeAndWait(new Logged("slice", 10, 2) {
			@Override
			public boolean runSlice() {
				caller.interrupt();
				Awaitility.await().until(() -> !caller.isInterrupted());
				return super.runSlice();
			}
		}, WorkerPoolTests::staysConnected);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.log).hasSize(2);
		assertThat(this.log.getLast()).startsWith("slice refused: the server is shutting down");
	}

	@Test
	void serviceRefusesOverdueWork() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, SHORT_WAIT);
		TransformService service = service(pool);
		occupy(pool);
		Future<?> text = this.callers.submit(() -> service.transform("expensive", Value.of("x")).text());
		Awaitility.await().until(() -> pool.queueLength() == 1);
		awaitTime(System.nanoTime(), SHORT_WAIT);
		this.released.countDown();
		assertThat(text).failsWithin(LONG_WAIT)
			.withThrowableThat()
			.havingRootCause()
			.isInstanceOf(UnavailableException.class)
			.withMessageContaining("overloaded");
		assertThat(this.log).isEmpty();
	}

	@Test
	void cheapWorkIsNotQueued() throws Exception {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		TransformService service = service(pool);
		occupy(pool);
		assertThat(service.transform("cheap", Value.of("x")).text()).isEqualTo(Thread.currentThread().getName());
	}

	@Test
	void expensiveWorkRunsOnAWorkerThread() {
		assertThat(service(new WorkerPool(1, MANY, LONG_WAIT)).transform("expensive", Value.of("x")).text())
			.startsWith("transform-worker-");
	}

	@Test
	void threadSurvivesATransformThatFails() {
		WorkerPool pool = new WorkerPool(1, MANY, LONG_WAIT);
		Transform thread = Transform.named("thread")
			.weighing(EXPENSIVE)
			.applying((text) -> Thread.currentThread().getName());
		Transform broken = Transform.named("broken").weighing(EXPENSIVE).applying((text) -> {
			throw new StackOverflowError();
		});
		TransformService service = service(pool, thread, broken);
		String before = service.transform("thread", Value.of("x")).text();
		assertThatExceptionOfType(TransformFailedException.class)
			.isThrownBy(() -> service.transform("broken", Value.of("x")).text());
		assertThat(service.transform("thread", Value.of("x")).text()).isEqualTo(before);
	}

	private static @Nullable TransformException staysConnected() {
		return null;
	}

	private TransformService service(WorkerPool pool) {
		Transform cheap = Transform.named("cheap").applying((text) -> Thread.currentThread().getName());
		Transform expensive = Transform.named("expensive").weighing(EXPENSIVE).applying((text) -> {
			this.log.add(text);
			return Thread.currentThread().getName();
		});
		return service(pool, cheap, expensive);
	}

	private static TransformService service(WorkerPool pool, Transform... transforms) {
		return new TransformService(new Catalogue(List.of(transforms)), new SizeLimit(100), Duration.ofDays(1), pool,
				new MemoryBudget(Long.MAX_VALUE, new SizeLimit(1), 1));
	}

	private void occupy(WorkerPool pool) throws InterruptedException {
		pool.execute(new ExpensiveWork() {
			@Override
			public long sliceCost() {
				return 1;
			}

			@Override
			public boolean runSlice() {
				blockThread();
				return false;
			}

			// the machine is so busy that the work is overdue
			@Override
			public void fail(TransformException reason) {
				blockThread();
			}
		});
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

	private void awaitLog(String... entries) {
		Awaitility.await().untilAsserted(() -> assertThat(this.log).containsExactly(entries));
	}

	private static void awaitTime(long since, Duration time) {
		while (System.nanoTime() - since <= time.toNanos()) {
			Thread.onSpinWait();
		}
	}

	/**
	 * Work that logs its name with each slice.
	 */
	private class Logged implements ExpensiveWork {

		private final String name;

		private final long cost;

		private int left;

		Logged(String name, long cost, int slices) {
			this.name = name;
			this.cost = cost;
			this.left = slices;
		}

		@Override
		public long sliceCost() {
			return this.cost;
		}

		@Override
		public boolean runSlice() {
			WorkerPoolTests.this.log.add(this.name);
			this.left--;
			return this.left > 0;
		}

		@Override
		public void fail(TransformException reason) {
			WorkerPoolTests.this.log.add(this.name + " refused: " + reason.getMessage());
		}

	}

}
