package dev.couplet.protocol.http.tomcat;

import java.util.concurrent.TimeUnit;

/**
 * The deadline by which a client must have received the next slice of a response. The
 * timeout starts anew with each slice, so a client may read slowly, but cannot hold the
 * memory of a response indefinitely. Used by one thread at a time.
 */
final class SliceDeadline {

	/**
	 * The number of bytes that a client must receive within the timeout.
	 */
	static final int SLICE = 128 * 1024;

	private long written;

	private long waited;

	/**
	 * Starts a new slice.
	 */
	void restart() {
		this.written = 0;
		this.waited = 0;
	}

	/**
	 * Returns the timeout for the next write of this slice.
	 * @param timeout the timeout for a slice in milliseconds; no timeout if it is not
	 * positive
	 * @return milliseconds, at least 1 if there is a timeout, so that data is written if
	 * the socket has room
	 */
	long left(int timeout) {
		return (timeout > 0) ? Math.max(1, timeout - TimeUnit.NANOSECONDS.toMillis(this.waited)) : timeout;
	}

	/**
	 * Records a write.
	 * @param bytes the number of bytes written
	 * @param nanos the duration of the write
	 */
	void recordWrite(int bytes, long nanos) {
		this.written += bytes;
		this.waited += nanos;
		if (this.written >= SLICE) {
			restart();
		}
	}

}
