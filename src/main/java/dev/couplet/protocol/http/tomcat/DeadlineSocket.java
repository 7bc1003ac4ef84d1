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
 * A connection whose client has a deadline for everything that it has still to send of a
 * request, answered or not. Tomcat by itself only counts the silence between two bytes,
 * so before each wait the timeout of that is made no longer than what is left.
 *
 * <p>
 * A client is not late where we are: only the time counts in which it is waited for.
 * Before a client is called late, what is there is read; and where a wait has taken
 * longer than it should, because the process was stopped or had no processor, the client
 * gets that time in addition.
 *
 * <p>
 * Of Tomcat's internals it relies on these: every read of a request comes through
 * {@link #read(boolean, ByteBuffer)}, which waits for as long as the timeout says; and
 * the poller calls a connection silent by {@link #getLastRead()}.
 */
final class DeadlineSocket extends WritingSocket {

	private final RequestTimeouts timeouts;

	private final Deadline deadline;

	private @Nullable Request request;

	private long lastReadEnd;

	private boolean spent;

	private volatile boolean blocked;

	DeadlineSocket(NioChannel channel, NioEndpoint endpoint, RequestTimeouts timeouts) {
		super(channel, endpoint, timeouts);
		this.timeouts = timeouts;
		this.deadline = new Deadline(timeouts.request());
	}

	/**
	 * Says what is read from now on.
	 * @param request the request. When it begins and ends, it knows itself
	 */
	void receive(Request request) {
		this.request = request;
	}

	/**
	 * Says what has to arrive in time.
	 * @param begun when its first byte came, as {@link System#nanoTime()} had it
	 */
	void begin(long begun) {
		this.deadline.begin(begun);
	}

	/**
	 * Makes the poller wait no longer for the rest than there is time left. To be called
	 * when nothing of it is there.
	 * @return whether there is any
	 */
	boolean allowWait() {
		long left = this.deadline.left();
		setReadTimeout(millis(left));
		return left > 0;
	}

	// rounded up: a timeout of 0 would be none
	private long millis(long left) {
		long rest = TimeUnit.NANOSECONDS.toMillis(Math.max(left, 0)) + 1;
		int silence = this.timeouts.silence().getAsInt();
		return (silence > 0) ? Math.min(rest, silence) : rest;
	}

	@Override
	public int read(boolean block, ByteBuffer to) throws IOException {
		endAnswer();
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
		this.deadline.leaveOut(this.lastReadEnd);
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
			long overslept = Deadline.overslept(start, getReadTimeout());
			if (read == 0 && overslept <= Deadline.TOLERANCE) {
				throw ex;
			}
			this.deadline.leaveOutOverslept(overslept);
			spend();
			return read;
		}
	}

	// after a wait that timed out, the poller may wake the thread that waited instead of
	// handing over the next request
	private void spend() {
		this.spent = true;
		if (this.request != null && !this.request.getResponse().isCommitted()) {
			this.request.getResponse().setHeader("Connection", "close");
		}
	}

	/**
	 * Tells whether the connection must not be kept for another request.
	 * @return whether it has to be closed after the answer
	 */
	boolean isSpent() {
		return this.spent;
	}

	/**
	 * When something was last read, or now, where the poller has no reason to call the
	 * client silent: it has sent something, or a thread waits for it with a timeout of
	 * its own.
	 */
	@Override
	public long getLastRead() {
		long last = super.getLastRead();
		long now = System.currentTimeMillis();
		boolean silent = now - last > getReadTimeout() && !this.blocked && !hasUnread();
		return silent ? last : now;
	}

	/**
	 * Tells whether the client has sent something that nobody has read.
	 * @return false also where it is gone
	 */
	boolean hasUnread() {
		// the poller may ask when the connection has been closed
		SocketChannel socket = getSocket().getIOChannel();
		try {
			return socket != null && socket.socket().getInputStream().available() > 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
