package dev.couplet.netstring;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;
import org.springframework.modulith.NamedInterface;

/**
 * The netstring codec as Spring Integration takes it.
 */
@NamedInterface("codec")
public final class NetstringSerializer implements Serializer<byte[]>, Deserializer<byte[]> {

	private final NetstringCodec codec;

	/**
	 * Makes a serializer.
	 * @param maxLength the most bytes that a payload to be read may have, at least 0
	 */
	public NetstringSerializer(int maxLength) {
		this.codec = new NetstringCodec(maxLength);
	}

	@Override
	public byte[] deserialize(InputStream input) throws IOException {
		byte[] payload = this.codec.read(input);
		if (payload == null) {
			throw new EOFException("the stream ends before a netstring");
		}
		return payload;
	}

	@Override
	public void serialize(byte[] payload, OutputStream output) throws IOException {
		this.codec.write(payload, output);
	}

}
