package dev.couplet.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import dev.couplet.SocketClient;
import dev.couplet.netstring.NetstringCodec;

/**
 * Exchanges netstrings with a server.
 */
final class Frames {

	private static final NetstringCodec codec = new NetstringCodec(Integer.MAX_VALUE);

	private Frames() {
	}

	static byte[] exchange(SocketClient connected, String head, byte[] text) {
		try (SocketClient client = connected) {
			ByteArrayOutputStream request = new ByteArrayOutputStream();
			request.write(head.getBytes(StandardCharsets.UTF_8));
			request.write(text);
			ByteArrayOutputStream frame = new ByteArrayOutputStream();
			codec.write(request.toByteArray(), frame);
			return client.sendWhileOpen(frame.toByteArray()).halfClose().readBytesToEnd();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] payload(byte[] reply) {
		try {
			ByteArrayInputStream input = new ByteArrayInputStream(reply);
			byte[] payload = codec.read(input);
			if (payload == null || input.available() > 0) {
				throw new AssertionError("not one netstring");
			}
			return payload;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
