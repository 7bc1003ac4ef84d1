package dev.couplet.protocol.grpc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;

/**
 * Leaves requests undecoded. gRPC decodes a message on the event loop, where a long text
 * would keep other connections waiting; a worker decodes it later.
 */
final class MessageBytes implements MethodDescriptor.Marshaller<byte[]> {

	static final MessageBytes MARSHALLER = new MessageBytes();

	private MessageBytes() {
	}

	@Override
	public InputStream stream(byte[] message) {
		return new ByteArrayInputStream(message);
	}

	@Override
	public byte[] parse(InputStream stream) {
		try {
			// readAllBytes would allocate 16 KB for the shortest message
			return (stream instanceof KnownLength) ? stream.readNBytes(stream.available()) : stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
