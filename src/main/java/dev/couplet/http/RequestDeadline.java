package dev.couplet.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import dev.couplet.transform.FailedRequests;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * How long a request may take to arrive, or the handshake before the first. Tomcat by
 * itself only counts the silence between two bytes; so before it waits for more, what it
 * takes for silence is made no longer than what is left.
 *
 * @param timeout from the first byte to the last; 0 is for ever
 * @param silence Tomcat's own timeout between two bytes, in milliseconds; none where it
 * is not positive
 * @param failed where who is late is counted
 */
record RequestDeadline(Duration timeout, IntSupplier silence, FailedRequests failed) {

	/**
	 * Makes the next read wait for no longer than there is time left.
	 * @param socket what is read from
	 * @param begun when the first byte came, as {@link System#nanoTime()} had it
	 * @return whether there is any left
	 */
	boolean allowNextRead(SocketWrapperBase<?> socket, long begun) {
		if (this.timeout.isZero()) {
			return true;
		}
		long left = this.timeout.toNanos() - (System.nanoTime() - begun);
		if (left <= 0) {
			return false;
		}
		// rounded up: a timeout of 0 would be none
		long rest = TimeUnit.NANOSECONDS.toMillis(left) + 1;
		int most = this.silence.getAsInt();
		socket.setReadTimeout((most > 0) ? Math.min(rest, most) : rest);
		return true;
	}

}
