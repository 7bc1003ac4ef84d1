package dev.couplet.protocol.http.tomcat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

import dev.couplet.endpoint.FailureReason;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * A connection with a deadline for each slice of a response. Tomcat itself waits until
 * the system reports the socket as writable, when a third of its buffer is free. That can
 * be a megabyte, and a slow client would time out as if it did not read.
 *
 * <p>
 * It relies on these internals of Tomcat: every write of a response calls
 * {@link #doWrite(boolean, ByteBuffer)}, which waits up to the write timeout and can be
 * called again after a timeout; and the poller decides by {@link #getLastWrite()} whether
 * a connection has timed out.
 */
class WritingSocket extends NioEndpoint.NioSocketWrapper {

	private final RequestTimeouts timeouts;

	private final SliceDeadline slice = new SliceDeadline();

	WritingSocket(NioChannel channel, NioEndpoint endpoint, RequestTimeouts timeouts) {
		super(channel, endpoint);
		this.timeouts = timeouts;
	}

	/**
	 * Called when a response has been written.
	 */
	void endResponse() {
		this.slice.restart();
	}

	@Override
	protected void doWrite(boolean block, ByteBuffer buffer) throws IOException {
		boolean written = false;
		while (!written) {
			int before = unwritten(buffer);
			long start = System.nanoTime();
			setWriteTimeout(this.slice.left(this.timeouts.betweenBytes().getAsInt()));
			written = tryWrite(block, buffer);
			if (Deadline.excess(start, getWriteTimeout()) > Deadline.TOLERANCE) {
				this.slice.restart();
			}
			else if (!written && unwritten(buffer) == before) {
				this.timeouts.failed().count(FailureReason.WRITE_TIMEOUT);
				this.previousIOException = new SocketTimeoutException();
				throw this.previousIOException;
			}
			else {
				this.slice.recordWrite(before - unwritten(buffer), System.nanoTime() - start);
			}
		}
	}

	// after a timeout, another write shows whether the client has received anything
	private boolean tryWrite(boolean block, ByteBuffer buffer) throws IOException {
		try {
			super.doWrite(block, buffer);
			return true;
		}
		catch (SocketTimeoutException ex) {
			// otherwise the next attempt would fail with it
			this.previousIOException = null;
			super.doWrite(false, buffer);
			return unwritten(buffer) == 0;
		}
	}

	private int unwritten(ByteBuffer buffer) {
		return buffer.remaining() + getSocket().getOutboundRemaining();
	}

	/**
	 * Returns the current time after the handshake, because then the writing thread waits
	 * with its own timeout.
	 */
	@Override
	public long getLastWrite() {
		return getSocket().isHandshakeComplete() ? System.currentTimeMillis() : super.getLastWrite();
	}

}
