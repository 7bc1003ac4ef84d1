package dev.couplet.client;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes a socket when the time is up, which ends whatever read or write is waiting. A
 * timeout of the socket's own would be one for each read, and begin anew with every byte
 * that drips in; a write has none at all.
 */
final class Deadline implements AutoCloseable {

	// one thread for all deadlines, and one of our own: callers may well wait for their
	// replies on all threads of the common pool
	private static final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("couplet-deadlines").factory());

	static {
		timer.setRemoveOnCancelPolicy(true);
	}

	private final Socket socket;

	private final Future<?> expiry;

	private volatile boolean passed;

	/**
	 * Lets the time run.
	 * @param socket the socket
	 * @param timeout the time, from now on
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
			// whoever waits for it finds it closed all the same
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
