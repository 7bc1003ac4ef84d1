package dev.couplet.protocol.poem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

import dev.couplet.netstring.NetstringCodec;
import dev.couplet.poetry.Poem;
import dev.couplet.poetry.PoetryProperties;
import dev.couplet.tcp.Greeting;
import dev.couplet.tcp.Listener;

/**
 * Sends a poem to every client and closes the connection.
 *
 * @param listener the listener
 * @param greeting the poem, with framing and pieces according to the settings
 */
record PoemServer(Listener listener, Greeting greeting) {

	static PoemServer of(Listener listener, Poem poem, PoetryProperties.Server properties) {
		byte[] bytes = switch (properties.framing()) {
			case RAW -> poem.bytes();
			case NETSTRING -> framed(poem.bytes());
		};
		Duration delay = properties.delay();
		int pieceLength = delay.isZero() ? Math.max(1, bytes.length) : properties.numBytes();
		return new PoemServer(listener, new Greeting(bytes, pieceLength, delay));
	}

	void start() {
		this.listener.start(this.greeting);
	}

	private static byte[] framed(byte[] poem) {
		try {
			ByteArrayOutputStream frame = new ByteArrayOutputStream(poem.length);
			new NetstringCodec(poem.length).write(poem, frame);
			return frame.toByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException("a byte array cannot be written", ex);
		}
	}

}
