package dev.couplet.transform.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.couplet.client.Deadline;
import dev.couplet.client.ServerAddress;
import dev.couplet.transform.WaitingCall;

/**
 * Exchanges values in netstring frames, over connections that are used again if the
 * server leaves them open.
 */
final class FrameExchanges implements Exchanges {

	private final ServerAddress server;

	private final byte[] head;

	private final ReplyFormat format;

	private final boolean refusesByClosing;

	private final IdleConnections idle = new IdleConnections();

	/**
	 * Creates the exchanges. There is no connection before the first one.
	 * @param uri the server and its recipe
	 * @param format how to read the replies
	 */
	FrameExchanges(RemoteUri uri, ReplyFormat format) {
		this.server = uri.server();
		this.head = (uri.recipe() + uri.protocol().separator()).getBytes(StandardCharsets.UTF_8);
		this.format = format;
		this.refusesByClosing = uri.protocol() == RemoteUri.Protocol.NETSTRING;
	}

	@Override
	public byte[] exchange(byte[] value, Duration timeout, boolean secondAttempt, WaitingCall call) throws IOException {
		FrameConnection used = secondAttempt ? null : this.idle.take();
		FrameConnection connection = (used != null) ? used : new FrameConnection();
		boolean complete = false;
		try (Deadline deadline = new Deadline(connection, timeout)) {
			byte[] reply = exchange(connection, used != null, value, call, deadline);
			complete = true;
			return this.format.result(reply, value);
		}
		finally {
			if (complete) {
				this.idle.add(connection);
			}
			else {
				connection.close();
			}
		}
	}

	private byte[] exchange(FrameConnection connection, boolean used, byte[] value, WaitingCall call, Deadline deadline)
			throws IOException {
		try {
			if (!used) {
				connection.connect(this.server);
			}
			return connection.exchange(this.head, value, call);
		}
		catch (IOException ex) {
			if (deadline.passed()) {
				throw new ExpiredException();
			}
			// the server may have closed the connection because it was idle
			boolean maybeRefused = this.refusesByClosing && !used;
			throw (ex instanceof NoReplyException && !maybeRefused) ? new IOException(ex.getMessage(), ex) : ex;
		}
	}

	@Override
	public void close() {
		this.idle.close();
	}

	/**
	 * Reads the payload of a reply.
	 */
	@FunctionalInterface
	interface ReplyFormat {

		/**
		 * Reads a payload.
		 * @param payload the payload
		 * @param value the value that was sent
		 * @return the result
		 * @throws dev.couplet.transform.TransformException if it is an error
		 */
		byte[] result(byte[] payload, byte[] value);

	}

}
