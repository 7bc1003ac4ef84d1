package dev.couplet.transform;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Work that runs on a virtual thread of its own, because it waits for something outside
 * of the process.
 */
final class WaitingWork implements PendingWork {

	private final Thread thread;

	private volatile boolean abandoned;

	/**
	 * Starts the work.
	 * @param run runs the work to its end; the argument returns true if the work has been
	 * abandoned
	 */
	WaitingWork(Consumer<BooleanSupplier> run) {
		this.thread = Thread.ofVirtual().name("waiting").unstarted(() -> run.accept(() -> this.abandoned));
		this.thread.start();
	}

	@Override
	public void abandon() {
		this.abandoned = true;
		this.thread.interrupt();
	}

}
