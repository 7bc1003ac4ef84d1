package dev.couplet.simulation;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * The workers for expensive requests, as {@code dev.couplet.transform.WorkerPool} and
 * {@code QueuedWork} schedule and refuse them: self-clocked fair queueing by the
 * estimated cost of the next slice, a bounded queue, and a bounded time to the first
 * slice, which is looked at after each slice.
 */
final class Workers {

	/**
	 * The maximum time in seconds until the first slice: {@code WorkerPool.MAX_WAIT}.
	 */
	static final double MAX_WAIT = 5;

	private final Timeline timeline;

	private final Processors processors;

	private final TreeSet<ExpensiveRequest> queue = new TreeSet<>();

	// oldest first
	private final SequencedSet<ExpensiveRequest> unstarted = new LinkedHashSet<>();

	private final int maxWaiting;

	private int idle;

	private double virtualTime;

	/**
	 * Creates workers.
	 * @param timeline the time
	 * @param processors the processors that they run on
	 * @param limits the number of threads, and the maximum number of waiting requests
	 */
	Workers(Timeline timeline, Processors processors, InstanceLimits limits) {
		this.timeline = timeline;
		this.processors = processors;
		this.idle = limits.workers();
		this.maxWaiting = limits.maxWaiting();
	}

	/**
	 * Returns how many requests wait for their next slice: the metric
	 * {@code couplet_transforms_waiting}.
	 * @return the number
	 */
	int waiting() {
		return this.queue.size();
	}

	/**
	 * Queues a request, or refuses it at once.
	 * @param request the request, which is told its end
	 */
	void execute(ExpensiveRequest request) {
		if (waiting() >= this.maxWaiting) {
			request.end(false);
			return;
		}
		request.queued(this.timeline.now(), this.virtualTime);
		this.unstarted.add(request);
		if (this.idle > 0) {
			this.idle--;
			runSlice(request);
		}
		else {
			this.queue.add(request);
		}
	}

	private void runSlice(ExpensiveRequest request) {
		this.unstarted.remove(request);
		this.virtualTime = Math.max(this.virtualTime, request.finishTag());
		this.processors.run(request.sliceTime(), () -> ranSlice(request));
	}

	private void ranSlice(ExpensiveRequest request) {
		boolean more = request.advance(this.virtualTime);
		refuseOverdue();
		if (more) {
			this.queue.add(request);
		}
		ExpensiveRequest first = this.queue.pollFirst();
		if (first != null) {
			runSlice(first);
		}
		else {
			this.idle++;
		}
		if (!more) {
			request.end(true);
		}
	}

	private void refuseOverdue() {
		while (!this.unstarted.isEmpty() && this.timeline.now() - this.unstarted.getFirst().queuedAt() > MAX_WAIT) {
			ExpensiveRequest first = this.unstarted.removeFirst();
			this.queue.remove(first);
			first.end(false);
		}
	}

}
