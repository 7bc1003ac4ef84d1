package dev.couplet.transform;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * The worker threads for expensive requests. There is a fixed number of platform threads,
 * one fewer than processors, so that a processor is left for cheap requests, for
 * accepting connections and for health checks. Virtual threads are not suitable: a
 * transform does not yield, and would occupy the carrier threads that all other virtual
 * threads need.
 *
 * <p>
 * Requests are scheduled by self-clocked fair queueing: each slice moves a request back
 * in the queue by its cost, so that a request of milliseconds does not wait until one of
 * seconds is done. The queue is bounded, and a request that does not start within the
 * maximum wait is refused as overloaded.
 */
final class WorkerPool {

	/**
	 * The default maximum number of waiting requests.
	 */
	static final int MAX_WAITING = 1000;

	private static final Duration MAX_WAIT = Duration.ofSeconds(5);

	private final PriorityBlockingQueue<Runnable> queue = new PriorityBlockingQueue<>();

	private final ThreadPoolExecutor threads;

	private final int maxWaiting;

	private final Duration maxWait;

	// not started yet, oldest first; guarded by itself
	private final LinkedHashSet<QueuedWork> unstarted = new LinkedHashSet<>();

	// so that a suspension of the process is no reason to refuse requests
	private final ProcessClock clock = new ProcessClock();

	private final AtomicLong virtualTime = new AtomicLong();

	/**
	 * Creates a pool with the default number of threads for this machine.
	 * @param maxWaiting the maximum number of waiting requests, at least 1
	 */
	WorkerPool(int maxWaiting) {
		this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), maxWaiting, MAX_WAIT);
	}

	WorkerPool(int size, int maxWaiting, Duration maxWait) {
		this.threads = new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, this.queue,
				Thread.ofPlatform().daemon().name("transform-worker-", 1).factory());
		this.maxWaiting = maxWaiting;
		this.maxWait = maxWait;
	}

	/**
	 * Starts all threads in advance. Otherwise they start on demand, when the system may
	 * have no threads left.
	 */
	void start() {
		this.threads.prestartAllCoreThreads();
	}

	/**
	 * Returns how many requests wait for their next slice.
	 * @return the number
	 */
	int queueLength() {
		return this.queue.size();
	}

	/**
	 * Queues work, and returns at once.
	 * @param work the work. It is {@link ExpensiveWork#fail failed} later, on a worker
	 * thread, if it does not start within the maximum wait
	 * @return a handle for abandoning the work
	 * @throws UnavailableException if the queue is full; {@link ExpensiveWork#fail} is
	 * not called
	 */
	QueuedWork execute(ExpensiveWork work) {
		if (queueLength() >= this.maxWaiting) {
			throw overloaded();
		}
		QueuedWork pending = new QueuedWork(this, work);
		synchronized (this.unstarted) {
			this.unstarted.add(pending);
		}
		this.threads.execute(pending);
		return pending;
	}

	/**
	 * Queues work, and waits until it has ended, or its next slice waits. If this thread
	 * is interrupted, the work is abandoned.
	 * @param work the work
	 * @param abandonment asked on this thread from time to time
	 * @return whether slices remain
	 */
	boolean executeAndWait(ExpensiveWork work, Abandonment abandonment) {
		AwaitedWork awaited = new AwaitedWork(work);
		try {
			return awaited.await(execute(awaited), abandonment);
		}
		catch (UnavailableException ex) {
			work.fail(ex);
			return false;
		}
	}

	/**
	 * Computes the finish tag of a slice.
	 * @param previous the finish tag of the previous slice, 0 for the first
	 * @param cost the cost of the slice in nanoseconds
	 * @return virtual time in nanoseconds
	 */
	long nextFinishTag(long previous, long cost) {
		return Math.max(previous, this.virtualTime.get()) + cost;
	}

	void started(QueuedWork pending) {
		synchronized (this.unstarted) {
			this.unstarted.remove(pending);
		}
	}

	/**
	 * Advances the virtual time to the finish tag of a slice that starts. Work that is
	 * queued later gets later tags, even if the queue was empty.
	 * @param finishTag the slice's finish tag
	 */
	void advanceVirtualTime(long finishTag) {
		this.virtualTime.accumulateAndGet(finishTag, Math::max);
	}

	boolean isOtherFirst(QueuedWork pending) {
		return this.queue.peek() instanceof QueuedWork first && first.compareTo(pending) < 0;
	}

	void requeue(QueuedWork pending) {
		this.threads.execute(pending);
	}

	/**
	 * Refuses work if it is queued.
	 * @param pending the work
	 * @param reason the error to report
	 */
	void refuse(QueuedWork pending, TransformException reason) {
		synchronized (this.unstarted) {
			this.unstarted.remove(pending);
		}
		if (this.queue.remove(pending)) {
			pending.fail(reason);
		}
	}

	/**
	 * Refuses all work that has not started within the maximum wait.
	 */
	void refuseOverdue() {
		long now = time();
		QueuedWork first = oldestUnstarted();
		while (first != null && now - first.queuedAt() > this.maxWait.toNanos()) {
			refuse(first, overloaded());
			first = oldestUnstarted();
		}
	}

	/**
	 * Returns the time that waits are measured by.
	 * @return nanoseconds of a {@link ProcessClock}
	 */
	long time() {
		return this.clock.nanoTime();
	}

	private @Nullable QueuedWork oldestUnstarted() {
		synchronized (this.unstarted) {
			return this.unstarted.isEmpty() ? null : this.unstarted.getFirst();
		}
	}

	// by then all requests that wait now have started or have been refused
	private UnavailableException overloaded() {
		return UnavailableException.overloaded(Duration.ofSeconds(Math.max(1, this.maxWait.toSeconds())));
	}

}
