package dev.couplet.client;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection when a timeout expires, which ends a blocked read or write. A
 * socket's own timeout applies to each read, so it starts again with every byte that
 * arrives, and does not apply to writes.
 */
public final class Deadline implements AutoCloseable {

	// one thread for all deadlines. It is not in the common pool, whose threads may all
	// be waiting for replies
	private static final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("couplet-deadlines").factory());

	static {
		timer.setRemoveOnCancelPolicy(true);
	}

	private final Closeable connection;

	private final Future<?> expiry;

	private volatile boolean passed;

	/**
	 * Starts the timeout.
	 * @param connection the connection
	 * @param timeout the timeout, from now on
	 */
	public Deadline(Closeable connection, Duration timeout) {
		this.connection = connection;
		this.expiry = timer.schedule(this::expire, TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
	}

	private void expire() {
		this.passed = true;
		try {
			this.connection.close();
		}
		catch (IOException ex) {
			// the connection counts as closed all the same
		}
	}

	/**
	 * Returns whether the timeout has expired.
	 * @return whether the connection has been closed because of it
	 */
	public boolean passed() {
		return this.passed;
	}

	/**
	 * Cancels the timeout. Has no effect if it has expired.
	 */
	@Override
	public void close() {
		this.expiry.cancel(false);
	}

}
