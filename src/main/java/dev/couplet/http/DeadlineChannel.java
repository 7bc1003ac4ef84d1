package dev.couplet.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SocketChannel;

import dev.couplet.transform.FailureReason;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * A channel with TLS whose handshake has to be done in time, and is counted where it
 * fails.
 */
final class DeadlineChannel extends SecureNioChannel {

	private static final int GONE = -1;

	private final RequestDeadline deadline;

	private long begun;

	private boolean counted;

	DeadlineChannel(SocketBufferHandler buffer, NioEndpoint endpoint, RequestDeadline deadline) {
		super(buffer, endpoint);
		this.deadline = deadline;
	}

	@Override
	public void reset(SocketChannel channel, NioEndpoint.NioSocketWrapper socket) throws IOException {
		this.begun = System.nanoTime();
		this.counted = false;
		super.reset(channel, socket);
	}

	@Override
	public int handshake(boolean read, boolean write) throws IOException {
		if (isHandshakeComplete()) {
			return super.handshake(read, write);
		}
		if (!this.deadline.allowNextRead(this.socketWrapper, this.begun)) {
			throw new IOException("the handshake is late");
		}
		try {
			int next = super.handshake(read, write);
			if (next == GONE) {
				count(FailureReason.VANISHED);
			}
			return next;
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

	// whatever closes it before the end of a handshake that had not failed: it is late
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
			this.deadline.failed().count(reason);
		}
	}

}
