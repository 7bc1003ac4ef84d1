package dev.couplet.transform;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The threads for expensive requests: a fixed number of platform threads, one fewer than
 * there are processors, so that cheap requests, accepting and health checks always find a
 * processor. Virtual threads would not do: a transform does not yield, and would occupy
 * the carrier threads that all other virtual threads need.
 *
 * <p>
 * Requests take turns by what they cost (self-clocked fair queueing): with every slice a
 * request falls back by the cost of the slice, so that one that takes milliseconds does
 * not wait until one that takes seconds is done. A bounded number of them waits, and none
 * longer than the patience for its first turn: the server is overloaded then.
 */
final class WorkerPool {

	/**
	 * How many requests may wait where the operator does not say.
	 */
	static final int MOST_WAITING = 1000;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/**
	 * How much of the time between two looks at the clock counts. When it is more, the
	 * process was suspended or had no processor, which is no reason to refuse anybody.
	 */
	private static final long LONGEST_TICK = Duration.ofSeconds(1).toNanos();

	private final PriorityBlockingQueue<Runnable> queue = new PriorityBlockingQueue<>();

	private final ThreadPoolExecutor threads;

	private final int mostWaiting;

	private final Duration patience;

	// without a turn yet, the longest waiting first; guarded by itself
	private final LinkedHashSet<PendingWork> beginners = new LinkedHashSet<>();

	// guarded by the beginners
	private long lastTick = System.nanoTime();

	// guarded by the beginners
	private long time;

	private final AtomicLong virtualTime = new AtomicLong();

	/**
	 * Makes a pool for this machine.
	 * @param mostWaiting how many requests may wait, at least 1
	 */
	WorkerPool(int mostWaiting) {
		this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), mostWaiting, PATIENCE);
	}

	WorkerPool(int size, int mostWaiting, Duration patience) {
		this.threads = new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, this.queue,
				Thread.ofPlatform().daemon().name("transform-worker-", 1).factory());
		this.mostWaiting = mostWaiting;
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
	 * How many requests wait for their next turn.
	 * @return the number
	 */
	int waiting() {
		return this.queue.size();
	}

	/**
	 * Has some work done on one of the threads, as its turns come. Returns at once.
	 * @param work the work. It is {@link ExpensiveWork#refuse refused} later, on one of
	 * the threads, where its first turn does not come in time
	 * @return the work, to be abandoned where it is no longer of use
	 * @throws UnavailableException where too many wait already; the work is as it was
	 */
	PendingWork execute(ExpensiveWork work) {
		if (waiting() >= this.mostWaiting) {
			throw overloaded();
		}
		PendingWork pending = new PendingWork(this, work);
		synchronized (this.beginners) {
			this.beginners.add(pending);
		}
		this.threads.execute(pending);
		return pending;
	}

	/**
	 * Has some work done on one of the threads, and waits until it has come to its end.
	 * It is abandoned where this thread is interrupted.
	 * @param work the work
	 * @param clientGone tells whether nobody waits for the result any more; asked on this
	 * thread from time to time
	 */
	void executeAndWait(ExpensiveWork work, BooleanSupplier clientGone) {
		AwaitedWork awaited = new AwaitedWork(work);
		try {
			awaited.await(execute(awaited), clientGone);
		}
		catch (UnavailableException ex) {
			work.refuse(ex);
		}
	}

	/**
	 * When a request is to have its next turn.
	 * @param previous its turn before
	 * @param cost what the next slice costs
	 * @return a virtual time
	 */
	long turnAfter(long previous, long cost) {
		return Math.max(previous, this.virtualTime.get()) + cost;
	}

	void begin(PendingWork pending) {
		synchronized (this.beginners) {
			this.beginners.remove(pending);
		}
	}

	/**
	 * A turn has come: who comes from now on has later ones, also where nobody waited.
	 * @param turn the turn
	 */
	void advanceTo(long turn) {
		this.virtualTime.accumulateAndGet(turn, Math::max);
	}

	boolean isTurnOfAnother(PendingWork pending) {
		return this.queue.peek() instanceof PendingWork first && first.compareTo(pending) < 0;
	}

	void requeue(PendingWork pending) {
		this.threads.execute(pending);
	}

	/**
	 * Refuses some work, if it waits.
	 * @param pending the work
	 * @param reason why
	 */
	void refuse(PendingWork pending, TransformException reason) {
		synchronized (this.beginners) {
			this.beginners.remove(pending);
		}
		if (this.queue.remove(pending)) {
			pending.refuse(reason);
		}
	}

	/**
	 * Refuses those who have waited longer than the patience for their first turn.
	 */
	void refuseLate() {
		long now = time();
		PendingWork first = longestWaiting();
		while (first != null && now - first.since() > this.patience.toNanos()) {
			refuse(first, overloaded());
			first = longestWaiting();
		}
	}

	/**
	 * The time by which patience is measured.
	 * @return nanoseconds, without those in which the process was suspended
	 */
	long time() {
		synchronized (this.beginners) {
			long now = System.nanoTime();
			this.time += Math.min(now - this.lastTick, LONGEST_TICK);
			this.lastTick = now;
			return this.time;
		}
	}

	private @Nullable PendingWork longestWaiting() {
		synchronized (this.beginners) {
			return this.beginners.isEmpty() ? null : this.beginners.getFirst();
		}
	}

	// by then, all who wait now have had a turn, or have been refused too
	private UnavailableException overloaded() {
		return UnavailableException.overloaded(Duration.ofSeconds(Math.max(1, this.patience.toSeconds())));
	}

}
