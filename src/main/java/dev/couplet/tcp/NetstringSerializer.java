package dev.couplet.tcp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

import dev.couplet.netstring.MalformedNetstringException;
import dev.couplet.netstring.NetstringCodec;
import dev.couplet.netstring.NetstringReader;
import dev.couplet.netstring.NetstringTooLongException;
import dev.couplet.transform.SizeLimit;
import org.jspecify.annotations.Nullable;

/**
 * Adapts the netstring codec to Spring Integration and to the pipeline of a connection.
 */
public final class NetstringSerializer implements FrameCodec {

	private final NetstringCodec codec;

	private NetstringSerializer(NetstringCodec codec) {
		this.codec = codec;
	}

	/**
	 * Creates a serializer for a protocol whose frames contain a recipe and a text.
	 * @param limit the maximum size of a text
	 * @return the serializer
	 */
	public static NetstringSerializer forRequests(SizeLimit limit) {
		return new NetstringSerializer(new NetstringCodec(RequestFrame.maxLength(limit)));
	}

	@Override
	public void serialize(byte[] payload, OutputStream output) throws IOException {
		this.codec.write(payload, output);
	}

	@Override
	public Reader newReader() {
		NetstringReader reader = this.codec.newReader();
		return new Reader() {

			@Override
			public byte @Nullable [] read(ByteBuffer input) throws MalformedNetstringException, FrameTooLargeException {
				try {
					return reader.read(input);
				}
				catch (NetstringTooLongException ex) {
					throw new FrameTooLargeException();
				}
			}

			@Override
			public int size() {
				return reader.length();
			}

			@Override
			public int arrived() {
				return reader.arrived();
			}

			@Override
			public boolean hasBegun() {
				return reader.hasBegun();
			}

		};
	}

}
