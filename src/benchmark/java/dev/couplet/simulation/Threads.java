package dev.couplet.simulation;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A fixed number of threads that serve a queue in order, as event loops do: first come,
 * first served, without a bound.
 */
final class Threads {

	private final Processors processors;

	private final Queue<Work> queue = new ArrayDeque<>();

	private int idle;

	/**
	 * Creates threads.
	 * @param processors the processors that they run on
	 * @param count the number of threads
	 */
	Threads(Processors processors, int count) {
		this.processors = processors;
		this.idle = count;
	}

	/**
	 * Queues work.
	 * @param seconds the processor time of the work
	 * @param done called when it is done
	 */
	void execute(double seconds, Runnable done) {
		this.queue.add(new Work(seconds, done));
		serve();
	}

	private void serve() {
		if (this.idle > 0 && !this.queue.isEmpty()) {
			Work work = this.queue.remove();
			this.idle--;
			this.processors.run(work.seconds, () -> {
				this.idle++;
				serve();
				work.done.run();
			});
		}
	}

	/**
	 * Queued work.
	 *
	 * @param seconds its processor time
	 * @param done called when it is done
	 */
	private record Work(double seconds, Runnable done) {

	}

}
