package dev.couplet.protocol.http.tomcat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

import dev.couplet.endpoint.FailureReason;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * A connection whose client has a deadline for each part of an answer. Tomcat by itself
 * asks the system whether there is room, which says so only when a third of its buffer is
 * free. That can be a megabyte, and a client that is slow would be taken for one that
 * does not read.
 *
 * <p>
 * Of Tomcat's internals it relies on these: every write of an answer comes through
 * {@link #doWrite(boolean, ByteBuffer)}, which waits for as long as the timeout says and
 * may be called again after it; and the poller calls a connection silent by
 * {@link #getLastWrite()}.
 */
class WritingSocket extends NioEndpoint.NioSocketWrapper {

	private final RequestTimeouts timeouts;

	private final SliceDeadline slice = new SliceDeadline();

	WritingSocket(NioChannel channel, NioEndpoint endpoint, RequestTimeouts timeouts) {
		super(channel, endpoint);
		this.timeouts = timeouts;
	}

	/**
	 * Says that what has been answered is written.
	 */
	void endAnswer() {
		this.slice.restart();
	}

	@Override
	protected void doWrite(boolean block, ByteBuffer buffer) throws IOException {
		boolean written = false;
		while (!written) {
			int before = unwritten(buffer);
			long start = System.nanoTime();
			setWriteTimeout(this.slice.left(this.timeouts.silence().getAsInt()));
			written = tryWrite(block, buffer);
			if (Deadline.overslept(start, getWriteTimeout()) > Deadline.TOLERANCE) {
				this.slice.restart();
			}
			else if (!written && unwritten(buffer) == before) {
				this.timeouts.failed().count(FailureReason.WRITE_TIMEOUT);
				this.previousIOException = new SocketTimeoutException();
				throw this.previousIOException;
			}
			else {
				this.slice.note(before - unwritten(buffer), System.nanoTime() - start);
			}
		}
	}

	// when the time is over, whether anything was taken shows by giving more
	private boolean tryWrite(boolean block, ByteBuffer buffer) throws IOException {
		try {
			super.doWrite(block, buffer);
			return true;
		}
		catch (SocketTimeoutException ex) {
			// or the next attempt would fail with it
			this.previousIOException = null;
			super.doWrite(false, buffer);
			return unwritten(buffer) == 0;
		}
	}

	private int unwritten(ByteBuffer buffer) {
		return buffer.remaining() + getSocket().getOutboundRemaining();
	}

	/**
	 * Now, but for a handshake: else a thread waits, with a timeout of its own.
	 */
	@Override
	public long getLastWrite() {
		return getSocket().isHandshakeComplete() ? System.currentTimeMillis() : super.getLastWrite();
	}

}
