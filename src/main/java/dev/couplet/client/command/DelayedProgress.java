package dev.couplet.client.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows on a terminal what a command does, if that takes longer than a second.
 */
final class DelayedProgress implements AutoCloseable {

	private static final long DELAY_MILLIS = 1000;

	private static final long INTERVAL_MILLIS = 200;

	private final ProgressLine line;

	private final Supplier<String> state;

	private final CountDownLatch closed = new CountDownLatch(1);

	private DelayedProgress(ProgressLine line, Supplier<String> state) {
		this.line = line;
		this.state = state;
	}

	/**
	 * Starts to show the progress.
	 * @param line the line, shown only if standard error is a terminal
	 * @param state describes what is going on, called by another thread
	 * @return an object that must be closed before anything else is printed
	 */
	static DelayedProgress start(ProgressLine line, Supplier<String> state) {
		DelayedProgress progress = new DelayedProgress(line, state);
		if (line.isShown()) {
			Thread thread = new Thread(progress::show, "progress");
			thread.setDaemon(true);
			thread.start();
		}
		return progress;
	}

	private void show() {
		try {
			long delay = DELAY_MILLIS;
			while (!this.closed.await(delay, TimeUnit.MILLISECONDS)) {
				showUnlessClosed();
				delay = INTERVAL_MILLIS;
			}
		}
		catch (InterruptedException ex) {
			// nobody interrupts it
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void showUnlessClosed() {
		if (this.closed.getCount() > 0) {
			this.line.show(this.state.get());
		}
	}

	@Override
	public synchronized void close() {
		this.closed.countDown();
		this.line.clear();
	}

}
