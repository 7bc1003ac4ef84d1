package dev.couplet.protocol.http.tomcat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

import dev.couplet.endpoint.FailureReason;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * A TLS channel with a deadline for the handshake from its first byte. It counts failed
 * handshakes.
 *
 * <p>
 * It relies on these internals of Tomcat: the channel is {@link #reset} for each
 * connection; {@link #handshake} is called whenever data has arrived, until the handshake
 * is complete; and the channel's socket is the {@link DeadlineSocket} that the endpoint
 * created.
 */
final class DeadlineChannel extends SecureNioChannel {

	private static final int GONE = -1;

	private final RequestTimeouts timeouts;

	private boolean begun;

	private boolean counted;

	DeadlineChannel(SocketBufferHandler buffer, NioEndpoint endpoint, RequestTimeouts timeouts) {
		super(buffer, endpoint);
		this.timeouts = timeouts;
	}

	@Override
	public void reset(SocketChannel channel, NioEndpoint.NioSocketWrapper socket) throws IOException {
		this.begun = false;
		this.counted = false;
		super.reset(channel, socket);
	}

	@Override
	public int handshake(boolean read, boolean write) throws IOException {
		if (isHandshakeComplete()) {
			return super.handshake(read, write);
		}
		DeadlineSocket connection = (DeadlineSocket) this.socketWrapper;
		if (!this.begun) {
			this.begun = true;
			connection.begin(System.nanoTime());
		}
		try {
			int next = super.handshake(read, write);
			if (next == GONE) {
				count(FailureReason.VANISHED);
			}
			return (next == SelectionKey.OP_READ && !connection.allowWait()) ? GONE : next;
		}
		catch (EOFException ex) {
			count(FailureReason.VANISHED);
			throw ex;
		}
		catch (IOException ex) {
			count(FailureReason.MALFORMED_REQUEST);
			throw ex;
		}
	}

	// a close during a handshake that has not failed is due to a timeout
	@Override
	public void close(boolean force) throws IOException {
		if (!isHandshakeComplete()) {
			count(FailureReason.REQUEST_TIMEOUT);
		}
		super.close(force);
	}

	private void count(FailureReason reason) {
		if (!this.counted) {
			this.counted = true;
			this.timeouts.failed().count(reason);
		}
	}

}
