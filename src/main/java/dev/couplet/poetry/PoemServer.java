package dev.couplet.poetry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;

import dev.couplet.netstring.codec.NetstringCodec;
import dev.couplet.tcp.Connection;
import dev.couplet.tcp.ConnectionHandler;

/**
 * Sends one poem to whoever connects, and closes. Slowly, it takes a virtual thread for
 * each client and nothing else: all clients share the poem's bytes.
 */
final class PoemServer implements ConnectionHandler {

	private final byte[] bytes;

	private final int piece;

	private final Duration delay;

	PoemServer(Poem poem, PoetryProperties.Server properties) {
		this.bytes = switch (properties.framing()) {
			case RAW -> poem.bytes();
			case NETSTRING -> framed(poem.bytes());
		};
		this.delay = properties.delay();
		this.piece = this.delay.isZero() ? this.bytes.length : properties.numBytes();
	}

	@Override
	public Session open(Connection connection) {
		return () -> serve(connection);
	}

	private void serve(Connection connection) throws IOException {
		connection.begin();
		OutputStream output = connection.output();
		for (int sent = 0; sent < this.bytes.length; sent += this.piece) {
			if (sent > 0) {
				output.flush();
				pause();
			}
			output.write(this.bytes, sent, Math.min(this.piece, this.bytes.length - sent));
		}
	}

	private void pause() throws InterruptedIOException {
		try {
			Thread.sleep(this.delay);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	private static byte[] framed(byte[] poem) {
		try {
			ByteArrayOutputStream frame = new ByteArrayOutputStream(poem.length);
			new NetstringCodec(poem.length).write(poem, frame);
			return frame.toByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException("an array took no more bytes", ex);
		}
	}

}
