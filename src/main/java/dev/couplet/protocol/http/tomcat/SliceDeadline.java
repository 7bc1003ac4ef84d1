package dev.couplet.protocol.http.tomcat;

import java.util.concurrent.TimeUnit;

/**
 * By when a client has to have taken the next part of what is written to it. Each part
 * has the whole time anew: a client that reads slowly is not one that does not read, but
 * an answer must not keep its memory for as long as a client likes. Used by one thread at
 * a time.
 */
final class SliceDeadline {

	/**
	 * How many bytes have to be taken within each timeout.
	 */
	static final int SLICE = 128 * 1024;

	private long written;

	private long waited;

	/**
	 * Begins with a new part.
	 */
	void restart() {
		this.written = 0;
		this.waited = 0;
	}

	/**
	 * How long the next write of this part may take.
	 * @param timeout milliseconds for a part; for ever where it is not positive
	 * @return milliseconds, at least one where there is a timeout, so that what has room
	 * is written
	 */
	long left(int timeout) {
		return (timeout > 0) ? Math.max(1, timeout - TimeUnit.NANOSECONDS.toMillis(this.waited)) : timeout;
	}

	/**
	 * Notes a write.
	 * @param bytes how many it wrote
	 * @param nanos how long it took
	 */
	void note(int bytes, long nanos) {
		this.written += bytes;
		this.waited += nanos;
		if (this.written >= SLICE) {
			restart();
		}
	}

}
