package dev.couplet.transform.remote;

import java.io.IOException;
import java.time.Duration;

import dev.couplet.transform.TransformException;
import dev.couplet.transform.WaitingCall;

/**
 * Exchanges values with one server, at most one at a time over each connection.
 * Thread-safe.
 */
interface Exchanges extends AutoCloseable {

	/**
	 * Sends a value and receives the result. The calling thread, a virtual one, waits for
	 * it.
	 * @param value the value
	 * @param timeout the maximum time, greater than 0
	 * @param secondAttempt whether an attempt with this value has failed, so that a new
	 * connection is needed
	 * @param call the limits of the call
	 * @return the result
	 * @throws TransformException if the server refuses the value, its reply is invalid or
	 * too large, or there is no memory for it
	 * @throws NoReplyException if the server closed a new connection without a reply, and
	 * that is how its protocol refuses a value
	 * @throws ExpiredException if the timeout expires
	 * @throws IOException if another attempt may succeed, or the thread is interrupted.
	 * The message contains nothing that the server sent
	 */
	byte[] exchange(byte[] value, Duration timeout, boolean secondAttempt, WaitingCall call) throws IOException;

	/**
	 * Closes all connections.
	 */
	@Override
	void close();

	/**
	 * The server closed a new connection without a reply. In the netstring protocol, this
	 * is how it refuses a value, so another attempt would have the same result.
	 */
	final class NoReplyException extends IOException {

		private static final long serialVersionUID = 1L;

		NoReplyException() {
			super("closed the connection without a reply");
		}

	}

	/**
	 * The timeout has expired.
	 */
	final class ExpiredException extends IOException {

		private static final long serialVersionUID = 1L;

		ExpiredException() {
			super("did not answer in time");
		}

	}

}
