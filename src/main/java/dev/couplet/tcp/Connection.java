package dev.couplet.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import dev.couplet.transform.FailureReason;
import org.jspecify.annotations.Nullable;

/**
 * One client, from the accept to the close. It is served by one thread at a time: first
 * by an event loop, which never waits for it, and from the first request on that is not
 * there at once by a thread of its own, which may. Neither reads or writes with a
 * timeout; the listener's thread looks at the deadline from time to time and closes the
 * socket under a client that is late, which ends whatever read or write was waiting.
 *
 * <p>
 * A session goes round: {@link #awaitRequest()}, read the request from {@link #input()},
 * {@link #requestReceived()}, write the reply to {@link #output()}. Nothing needs to be
 * flushed: what was written leaves before the connection waits for more, and before it is
 * closed.
 */
public final class Connection {

	private static final int DISCARD_BUFFER_SIZE = 8192;

	private static final int SLICE_SIZE = 128 * 1024;

	/**
	 * How long a close waits for a client to take note of it, where the client is still
	 * sending.
	 */
	private static final Duration LINGER = Duration.ofSeconds(1);

	/**
	 * How long a client that was accepted just before the drain has to begin its request.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	private final SocketChannel channel;

	private final TcpProperties.Limits limits;

	private final @Nullable Tls tls;

	private final ConnectionInput input;

	private final ConnectionOutput output;

	private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

	private final long accepted = System.nanoTime();

	private volatile Deadline deadline = Deadline.NONE;

	private volatile boolean requested;

	private boolean inputLeft;

	private boolean resting = true;

	private volatile boolean mayWait;

	// whether the next byte from the socket begins a request
	private boolean awaiting;

	private @Nullable TlsStream secured;

	/**
	 * Makes a connection that is served by an event loop; where there is TLS, by a thread
	 * of its own from the first byte on.
	 * @param channel the client's, which does not block
	 * @param limits what the listener puts up with
	 * @param tls how the listener speaks TLS, or null where it does not
	 */
	Connection(SocketChannel channel, TcpProperties.Limits limits, @Nullable Tls tls) {
		this.channel = channel;
		this.limits = limits;
		this.tls = tls;
		if (tls != null) {
			// for the handshake
			this.deadline = Deadline.within(limits.requestTimeout(), FailureReason.REQUEST_TIMEOUT);
		}
		this.output = new ConnectionOutput(channel);
		this.input = new ConnectionInput(channel, this.output);
	}

	/**
	 * Waits for the first byte of a request; the idle timeout runs. From then on the
	 * request timeout runs.
	 * @return false where there will be none, because the client has said so or because
	 * the server shuts down
	 * @throws IOException where the connection broke, or was idle for too long, or this
	 * thread has no time to wait
	 */
	public boolean awaitRequest() throws IOException {
		if (this.output.isBlocked()) {
			throw WouldBlockException.INSTANCE;
		}
		this.awaiting = true;
		if (!this.input.isBuffered()) {
			this.output.flush();
			this.deadline = Deadline.forInput(this.limits.idleTimeout(), null);
			if (this.secured != null && this.secured.hasInput()) {
				requestBegins();
			}
			if (!this.input.fill()) {
				return false;
			}
		}
		if (this.awaiting) {
			requestBegins();
		}
		this.inputLeft = true;
		this.input.beginRequest();
		return true;
	}

	private void requestBegins() {
		this.awaiting = false;
		this.requested = true;
		if (this.mayWait) {
			// an event loop reads what is there; where that is not the whole request, a
			// thread begins with it anew
			this.deadline = Deadline.forInput(this.limits.requestTimeout(), FailureReason.REQUEST_TIMEOUT);
		}
	}

	/**
	 * Says that the request has been read to its last byte. No deadline runs until the
	 * reply is written.
	 */
	public void requestReceived() {
		this.inputLeft = false;
		this.input.endRequest();
		this.deadline = Deadline.NONE;
	}

	/**
	 * Begins a reply that no request asks for, on a thread that may take its time.
	 * @throws IOException where this thread may not
	 */
	public void begin() throws IOException {
		if (!this.mayWait) {
			this.resting = false;
			throw WouldBlockException.INSTANCE;
		}
		this.state.set(State.BUSY);
	}

	/**
	 * What the client sends, buffered.
	 * @return the stream, not to be closed
	 */
	public InputStream input() {
		return this.input;
	}

	/**
	 * What the client gets, buffered. The write timeout runs whenever the buffer is sent.
	 * @return the stream, not to be closed
	 */
	public OutputStream output() {
		return this.output;
	}

	InetAddress remoteAddress() {
		return this.channel.socket().getInetAddress();
	}

	int remotePort() {
		return this.channel.socket().getPort();
	}

	boolean isInLoop() {
		return !this.mayWait;
	}

	boolean isForLoop() {
		return this.tls == null;
	}

	SelectableChannel channel() {
		return this.channel;
	}

	/**
	 * Begins a turn in an event loop. During the turn the connection is not idle: a
	 * request that has arrived has begun, read or not.
	 * @param buffers the loop's
	 * @return false where the connection was closed between two turns
	 */
	boolean beginTurn(LoopBuffers buffers) {
		this.input.borrow(buffers.input());
		this.output.borrow(buffers.output());
		return this.state.compareAndSet(State.IDLE, State.BUSY);
	}

	/**
	 * Ends a turn in an event loop.
	 * @return whether the connection is at rest: all replies sent, and no request or
	 * unasked reply begun. Where it is not, it needs a thread of its own
	 */
	boolean endTurn() {
		this.input.giveBack();
		this.output.giveBack();
		boolean atRest = this.resting && !this.input.isBuffered() && !this.output.isBlocked();
		if (atRest) {
			this.state.set(State.IDLE);
		}
		return atRest;
	}

	/**
	 * Has small replies leave at once, although an earlier one is still under way.
	 * @throws IOException where the connection broke
	 */
	void sendWithoutDelay() throws IOException {
		this.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
	}

	/**
	 * Leaves the event loop for good: from now on this connection is served by a thread
	 * that may wait for it. Where there is TLS, this is the handshake.
	 * @throws IOException where the connection broke
	 */
	void leaveLoop() throws IOException {
		this.channel.configureBlocking(true);
		sendWithoutDelay();
		Socket socket = this.channel.socket();
		InputStream socketInput = new ArrivalInputStream(socket.getInputStream());
		OutputStream socketOutput = new DeadlineOutputStream(socket.getOutputStream());
		if (this.tls != null) {
			TlsStream stream = new TlsStream(this.tls.newEngine(), socketInput, socketOutput);
			this.secured = stream;
			stream.handshake();
			this.state.compareAndSet(State.IDLE, State.BUSY);
			this.deadline = Deadline.NONE;
			socketInput = stream.input();
			socketOutput = stream.output();
		}
		this.input.waitFor(socketInput);
		this.output.waitFor(socketOutput);
		this.mayWait = true;
		this.output.flush();
	}

	/**
	 * Sends what is written and closes, in an event loop.
	 * @return whether it is closed. Where it is not, {@link #close()} has to wait for the
	 * client
	 * @throws IOException where the connection broke
	 */
	boolean closeAtOnce() throws IOException {
		this.state.set(State.BUSY);
		this.output.flush();
		if (this.output.isBlocked() || this.inputLeft || this.input.hasMore()) {
			return false;
		}
		this.channel.close();
		return true;
	}

	/**
	 * Sends what is written and closes. Where the client has sent something that nobody
	 * read, a plain close would reset the connection and could take the last reply with
	 * it; so the output is shut down first, and the input is discarded for a bounded
	 * time. A client that speaks TLS says goodbye too, so there it is always done.
	 */
	void close() {
		try (this.channel) {
			this.state.set(State.BUSY);
			this.output.flush();
			if (this.secured != null) {
				this.secured.closeOutput();
			}
			if (this.secured != null || this.inputLeft || this.input.available() > 0) {
				this.channel.shutdownOutput();
				this.deadline = Deadline.within(LINGER, null);
				discardInput(this.channel.socket().getInputStream());
			}
		}
		catch (IOException ex) {
			// the client is gone already, or was cut off for being late
		}
	}

	private static void discardInput(InputStream socketInput) throws IOException {
		byte[] discarded = new byte[DISCARD_BUFFER_SIZE];
		int count;
		do {
			count = socketInput.read(discarded);
		}
		while (count >= 0);
	}

	/**
	 * Cuts the client off where it is late. Where its bytes are there and only wait for a
	 * processor, it is not the client that is late; but TLS has bytes, and any number of
	 * them, that bring no request further. Called by the listener's thread.
	 * @param now {@link System#nanoTime()}
	 * @return the deadline that it has missed; null where it was not closed by this call
	 */
	@Nullable Deadline closeIfLate(long now) {
		Deadline current = this.deadline;
		if (!current.hasPassed(now) || !isOpen()) {
			return null;
		}
		if (!current.strict() && this.tls == null && hasUnreadInput()) {
			return null;
		}
		closeNow();
		return current;
	}

	private boolean hasUnreadInput() {
		try {
			return this.channel.socket().getInputStream().available() > 0;
		}
		catch (IOException ex) {
			// closed at this very moment
			return false;
		}
	}

	boolean isOpen() {
		return this.channel.isOpen();
	}

	/**
	 * Closes the connection where no request has begun. Called by the listener's thread
	 * when the server shuts down.
	 * @param now {@link System#nanoTime()}
	 * @return whether it was closed
	 */
	boolean closeIfIdle(long now) {
		boolean mayBegin = !this.requested && now - this.accepted < GRACE.toNanos();
		boolean idle = !mayBegin && !hasUnreadInput() && this.state.compareAndSet(State.IDLE, State.CLOSED);
		if (idle) {
			closeNow();
		}
		return idle;
	}

	/**
	 * Closes the socket, whatever it is doing.
	 */
	void closeNow() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// there is nothing left to be done for it
		}
	}

	private enum State {

		/** Between requests. */
		IDLE,

		/** A request has begun and its reply is not yet sent. */
		BUSY,

		/** The listener has closed the connection while it was idle. */
		CLOSED

	}

	/**
	 * Reads from the socket, and tells an idle connection from one where a request begins
	 * to arrive. That is decided here, because of TLS: it may have the next request
	 * already, decrypted or not, when nothing arrives; and it shows a request only when a
	 * whole record is there.
	 */
	private final class ArrivalInputStream extends InputStream {

		private final InputStream socketInput;

		private ArrivalInputStream(InputStream socketInput) {
			this.socketInput = socketInput;
		}

		@Override
		public int read() {
			throw new UnsupportedOperationException("whoever reads here has a buffer");
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			if (!Connection.this.awaiting) {
				return this.socketInput.read(bytes, offset, length);
			}
			Connection.this.state.set(State.IDLE);
			int count = this.socketInput.read(bytes, offset, length);
			if (count > 0) {
				if (!Connection.this.state.compareAndSet(State.IDLE, State.BUSY)) {
					return -1;
				}
				requestBegins();
			}
			return count;
		}

		@Override
		public int available() throws IOException {
			return this.socketInput.available();
		}

	}

	/**
	 * Writes to the socket with the write deadline running, anew for every slice: a
	 * client that reads slowly is not one that does not read. Afterwards puts back the
	 * deadline that ran before: a reply may be sent while the next request is arriving.
	 */
	private final class DeadlineOutputStream extends OutputStream {

		private final OutputStream socketOutput;

		private DeadlineOutputStream(OutputStream socketOutput) {
			this.socketOutput = socketOutput;
		}

		@Override
		public void write(int value) throws IOException {
			write(new byte[] { (byte) value }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			Deadline before = Connection.this.deadline;
			int end = offset + length;
			for (int start = offset; start < end; start += SLICE_SIZE) {
				Connection.this.deadline = Deadline.within(Connection.this.limits.writeTimeout(),
						FailureReason.WRITE_TIMEOUT);
				this.socketOutput.write(bytes, start, Math.min(SLICE_SIZE, end - start));
			}
			Connection.this.deadline = before;
		}

	}

}
