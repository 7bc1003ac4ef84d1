package dev.couplet.protocol.http.tomcat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

import org.apache.coyote.Request;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * A connection with a deadline for the rest of a request, whether or not it has been
 * answered. Tomcat itself only limits the time between two bytes. Before each wait, that
 * timeout is reduced to the remaining time.
 *
 * <p>
 * A delay of the server does not count against the client: only time during which the
 * server waits for the client counts. Before a timeout is reported, available data is
 * read. If a wait exceeds its timeout, because the process was suspended or had no
 * processor, the client gets that time in addition.
 *
 * <p>
 * It relies on these internals of Tomcat: every read of a request calls
 * {@link #read(boolean, ByteBuffer)}, which waits up to the read timeout; and the poller
 * decides by {@link #getLastRead()} whether a connection has timed out.
 */
final class DeadlineSocket extends WritingSocket {

	private final RequestTimeouts timeouts;

	private final Deadline deadline;

	private @Nullable Request request;

	private long lastReadEnd;

	private boolean mustClose;

	private volatile boolean blocked;

	DeadlineSocket(NioChannel channel, NioEndpoint endpoint, RequestTimeouts timeouts) {
		super(channel, endpoint, timeouts);
		this.timeouts = timeouts;
		this.deadline = new Deadline(timeouts.request());
	}

	/**
	 * Sets the request that is read from now on.
	 * @param request the request, which is reused for all requests of the connection
	 */
	void receive(Request request) {
		this.request = request;
	}

	/**
	 * Starts the deadline.
	 * @param begun when the first byte arrived, from {@link System#nanoTime()}
	 */
	void begin(long begun) {
		this.deadline.begin(begun);
	}

	/**
	 * Limits the poller's wait for more data to the remaining time. To be called when no
	 * data is available.
	 * @return whether there is any time left
	 */
	boolean allowWait() {
		long left = this.deadline.left();
		setReadTimeout(millis(left));
		return left > 0;
	}

	// rounded up, because 0 means no timeout
	private long millis(long left) {
		long rest = TimeUnit.NANOSECONDS.toMillis(Math.max(left, 0)) + 1;
		int betweenBytes = this.timeouts.betweenBytes().getAsInt();
		return (betweenBytes > 0) ? Math.min(rest, betweenBytes) : rest;
	}

	@Override
	public int read(boolean block, ByteBuffer to) throws IOException {
		endResponse();
		try {
			return block ? readInTime(to) : super.read(false, to);
		}
		finally {
			this.lastReadEnd = System.nanoTime();
		}
	}

	private int readInTime(ByteBuffer to) throws IOException {
		if (this.request != null) {
			begin(this.request.getStartTimeNanos());
		}
		this.deadline.excludeTimeSince(this.lastReadEnd);
		this.blocked = true;
		try {
			int read = 0;
			while (read == 0) {
				read = await(to);
			}
			return read;
		}
		finally {
			this.blocked = false;
		}
	}

	private int await(ByteBuffer to) throws IOException {
		long left = this.deadline.left();
		if (left <= 0) {
			throw new SocketTimeoutException();
		}
		long start = System.nanoTime();
		setReadTimeout(millis(left));
		try {
			return super.read(true, to);
		}
		catch (SocketTimeoutException ex) {
			int read = super.read(false, to);
			long excess = Deadline.excess(start, getReadTimeout());
			if (read == 0 && excess <= Deadline.TOLERANCE) {
				throw ex;
			}
			this.deadline.excludeExcess(excess);
			forceClose();
			return read;
		}
	}

	// after a wait has timed out, the poller may wake the thread that waited instead of
	// dispatching the next request
	private void forceClose() {
		this.mustClose = true;
		if (this.request != null && !this.request.getResponse().isCommitted()) {
			this.request.getResponse().setHeader("Connection", "close");
		}
	}

	/**
	 * Returns whether the connection cannot be used for another request.
	 * @return whether it must be closed after the response
	 */
	boolean mustClose() {
		return this.mustClose;
	}

	/**
	 * Returns when data was last read. Returns the current time if the poller must not
	 * time the connection out: there is unread data, or a thread is waiting with its own
	 * timeout.
	 */
	@Override
	public long getLastRead() {
		long last = super.getLastRead();
		long now = System.currentTimeMillis();
		boolean silent = now - last > getReadTimeout() && !this.blocked && !hasUnread();
		return silent ? last : now;
	}

	/**
	 * Returns whether there is unread data from the client.
	 * @return false also if the connection is closed
	 */
	boolean hasUnread() {
		// the poller may call this after the connection has been closed
		SocketChannel socket = getSocket().getIOChannel();
		try {
			return socket != null && socket.socket().getInputStream().available() > 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
