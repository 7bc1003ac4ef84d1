package dev.couplet.transform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads for expensive requests: a fixed number of platform threads, one fewer than
 * there are processors, so that cheap requests, accepting and health checks always find a
 * processor. Virtual threads would not do: a transform does not yield, and would occupy
 * the carrier threads that all other virtual threads need.
 *
 * <p>
 * Requests run in the order in which they come. One that has not begun within the
 * patience is not run at all: the server is overloaded.
 */
final class WorkerPool {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final ThreadPoolExecutor threads;

	private final Duration patience;

	WorkerPool() {
		this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), PATIENCE);
	}

	WorkerPool(int size, Duration patience) {
		this.threads = new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				Thread.ofPlatform().daemon().name("transform-worker-", 1).factory());
		this.patience = patience;
	}

	/**
	 * Starts all threads. Without this they start when they are first needed, and then
	 * the system may have none left to give.
	 */
	void start() {
		this.threads.prestartAllCoreThreads();
	}

	/**
	 * Has some work done on one of the threads. Returns at once.
	 * @param work the work, which throws nothing
	 * @param refusal what to run in place of the work, on the same thread, where its turn
	 * comes too late
	 */
	void execute(Runnable work, Runnable refusal) {
		long queued = System.nanoTime();
		this.threads.execute(() -> {
			boolean late = System.nanoTime() - queued > this.patience.toNanos();
			(late ? refusal : work).run();
		});
	}

	/**
	 * Has some work done on one of the threads, and waits until it is done.
	 * @param work the work, which throws nothing
	 * @return false where it was not done and will not be, because its turn did not come
	 * in time or this thread was interrupted before
	 */
	boolean executeAndWait(Runnable work) {
		CountDownLatch begun = new CountDownLatch(1);
		FutureTask<?> task = new FutureTask<>(() -> {
			begun.countDown();
			work.run();
		}, null);
		this.threads.execute(task);
		boolean interrupted = false;
		try {
			begun.await(this.patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		boolean done = !this.threads.remove(task);
		if (done) {
			interrupted |= awaitDone(task);
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		return done;
	}

	// whatever happens: the work must not go on when its caller does
	private static boolean awaitDone(Future<?> task) {
		boolean interrupted = false;
		while (!task.isDone()) {
			try {
				task.get();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
			catch (ExecutionException ex) {
				// against the contract; it is done all the same
			}
		}
		return interrupted;
	}

}
