package dev.couplet.client;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes a socket when a timeout expires, which ends a blocked read or write. A socket's
 * own timeout applies to each read, so it starts again with every byte that arrives, and
 * does not apply to writes.
 */
final class Deadline implements AutoCloseable {

	// one thread for all deadlines. It is not in the common pool, whose threads may all
	// be waiting for replies
	private static final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("couplet-deadlines").factory());

	static {
		timer.setRemoveOnCancelPolicy(true);
	}

	private final Socket socket;

	private final Future<?> expiry;

	private volatile boolean passed;

	/**
	 * Starts the timeout.
	 * @param socket the socket
	 * @param timeout the timeout, from now on
	 */
	Deadline(Socket socket, Duration timeout) {
		this.socket = socket;
		this.expiry = timer.schedule(this::expire, TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
	}

	private void expire() {
		this.passed = true;
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			// the socket counts as closed all the same
		}
	}

	boolean passed() {
		return this.passed;
	}

	@Override
	public void close() {
		this.expiry.cancel(false);
	}

}
