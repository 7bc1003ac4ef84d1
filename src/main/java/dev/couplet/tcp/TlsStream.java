package dev.couplet.tcp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * TLS between two streams of a socket and two of plain text, for one thread. The socket's
 * own streams see every byte, so whoever watches over them knows when a record begins to
 * arrive, and not only when it is whole.
 *
 * <p>
 * Between two requests it holds little: its buffers grow with the record that is there.
 */
final class TlsStream {

	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

	private static final int SMALL = 4096;

	private static final int RECORD_HEADER = 5;

	private final SSLEngine engine;

	private final InputStream input;

	private final OutputStream output;

	private ByteBuffer arrived = NOTHING;

	private ByteBuffer decrypted = NOTHING;

	TlsStream(SSLEngine engine, InputStream input, OutputStream output) {
		this.engine = engine;
		this.input = input;
		this.output = output;
	}

	/**
	 * Agrees with the client on everything, on this thread: also the computing.
	 * @throws IOException where they do not agree, or the client leaves
	 */
	void handshake() throws IOException {
		this.engine.beginHandshake();
		HandshakeStatus status = this.engine.getHandshakeStatus();
		while (status != HandshakeStatus.NOT_HANDSHAKING) {
			switch (status) {
				case NEED_TASK -> runTasks();
				case NEED_WRAP -> wrap(NOTHING);
				default -> {
					if (!unwrap()) {
						throw new EOFException("the client left within the handshake");
					}
				}
			}
			status = this.engine.getHandshakeStatus();
		}
	}

	/**
	 * Tells whether the next record has begun to arrive, or more than that.
	 * @return whether there is anything that was not read
	 */
	boolean hasInput() {
		return this.arrived.hasRemaining() || this.decrypted.hasRemaining();
	}

	InputStream input() {
		return new PlainInputStream();
	}

	OutputStream output() {
		return new PlainOutputStream();
	}

	/**
	 * Says that nothing more will be written, or why there was no agreement.
	 * @throws IOException where the connection broke
	 */
	void closeOutput() throws IOException {
		this.engine.closeOutbound();
		while (!this.engine.isOutboundDone()) {
			wrap(NOTHING);
		}
	}

	private void wrap(ByteBuffer plain) throws IOException {
		ByteBuffer sealed = ByteBuffer.allocate(this.engine.getSession().getPacketBufferSize());
		SSLEngineResult result = this.engine.wrap(plain, sealed);
		if (sealed.position() > 0) {
			this.output.write(sealed.array(), 0, sealed.position());
		}
		else if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
			throw new SSLException("closed already");
		}
	}

	/**
	 * Decrypts the next record, or gets more of it.
	 * @return false at the end of the stream
	 */
	private boolean unwrap() throws IOException {
		if (this.arrived.remaining() < RECORD_HEADER) {
			return receive();
		}
		if (this.decrypted.capacity() < this.arrived.remaining()) {
			this.decrypted = ByteBuffer.allocate(this.arrived.capacity());
		}
		this.decrypted.clear();
		SSLEngineResult result;
		try {
			result = this.engine.unwrap(this.arrived, this.decrypted);
		}
		finally {
			this.decrypted.flip();
		}
		return switch (result.getStatus()) {
			case OK -> true;
			case CLOSED -> false;
			// there is room for all that has arrived: what does not fit is not whole yet
			case BUFFER_UNDERFLOW, BUFFER_OVERFLOW -> receive();
		};
	}

	private boolean receive() throws IOException {
		if (!this.arrived.hasRemaining()) {
			this.arrived = (this.arrived.capacity() == SMALL) ? this.arrived.clear() : ByteBuffer.allocate(SMALL);
			this.decrypted = NOTHING;
		}
		else if (this.arrived.remaining() == this.arrived.capacity()) {
			int larger = Math.max(2 * SMALL, this.engine.getSession().getPacketBufferSize());
			this.arrived = ByteBuffer.allocate(Math.max(larger, 2 * this.arrived.capacity())).put(this.arrived);
		}
		else {
			this.arrived.compact();
		}
		int count = this.input.read(this.arrived.array(), this.arrived.position(), this.arrived.remaining());
		this.arrived.position(this.arrived.position() + Math.max(0, count)).flip();
		return count > 0;
	}

	/**
	 * Does what a message between the client's own texts asks for: other keys, in TLS
	 * 1.3, which the next reply is sent with. In TLS 1.2 it could ask for another
	 * handshake, and another, at our expense.
	 */
	private void attend() throws IOException {
		HandshakeStatus status = this.engine.getHandshakeStatus();
		if (status == HandshakeStatus.NOT_HANDSHAKING || this.engine.isInboundDone()) {
			return;
		}
		if (!"TLSv1.3".equals(this.engine.getSession().getProtocol())) {
			throw new SSLException("the client asks for another handshake");
		}
		if (status == HandshakeStatus.NEED_TASK) {
			runTasks();
		}
	}

	private void runTasks() {
		Runnable task = this.engine.getDelegatedTask();
		while (task != null) {
			task.run();
			task = this.engine.getDelegatedTask();
		}
	}

	private final class PlainInputStream extends InputStream {

		@Override
		public int read() throws IOException {
			return fill() ? TlsStream.this.decrypted.get() & 0xFF : -1;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (length == 0) {
				return 0;
			}
			if (!fill()) {
				return -1;
			}
			int count = Math.min(length, TlsStream.this.decrypted.remaining());
			TlsStream.this.decrypted.get(target, offset, count);
			return count;
		}

		private boolean fill() throws IOException {
			while (!TlsStream.this.decrypted.hasRemaining()) {
				// a stream that just ends is no attack: every request says how long it is
				if (!unwrap()) {
					return false;
				}
				attend();
			}
			return true;
		}

		@Override
		public int available() {
			return TlsStream.this.decrypted.remaining();
		}

	}

	private final class PlainOutputStream extends OutputStream {

		@Override
		public void write(int value) throws IOException {
			write(new byte[] { (byte) value }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			ByteBuffer plain = ByteBuffer.wrap(bytes, offset, length);
			while (plain.hasRemaining()) {
				wrap(plain);
			}
		}

	}

}
