package dev.couplet.transform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Bytes.
 */
final class BytesValue extends Value {

	private final byte[] array;

	private final int offset;

	private final int length;

	private final Charset charset;

	BytesValue(byte[] array, int offset, int length) {
		this.array = array;
		this.offset = offset;
		this.length = length;
		this.charset = StandardCharsets.UTF_8;
	}

	BytesValue(byte[] bytes, Charset charset) {
		this.array = bytes;
		this.offset = 0;
		this.length = bytes.length;
		this.charset = charset;
	}

	@Override
	public Kind<?> kind() {
		return Kind.BYTES;
	}

	@Override
	public String text() {
		return this.charset.equals(StandardCharsets.UTF_8) ? Utf8.decode(this.array, this.offset, this.length)
				: decode();
	}

	private String decode() {
		ByteBuffer input = ByteBuffer.wrap(this.array, this.offset, this.length);
		String text;
		try {
			text = this.charset.newDecoder().decode(input).toString();
		}
		catch (CharacterCodingException ex) {
			throw MalformedTextException.atByte(input.position() - this.offset + 1, this.charset);
		}
		int surrogate = Utf8.unpairedSurrogate(text);
		if (surrogate > 0) {
			throw MalformedTextException.atCharacter(surrogate, this.charset);
		}
		return text;
	}

	@Override
	public byte[] bytes() {
		return (this.length == this.array.length) ? this.array
				: Arrays.copyOfRange(this.array, this.offset, this.offset + this.length);
	}

	@Override
	public long size() {
		return this.length;
	}

	@Override
	public int length() {
		return this.length;
	}

	@Override
	boolean isKnownAscii() {
		return false;
	}

	@Override
	Value as(Kind<?> kind) {
		String text = text();
		return new TextValue(text, text.length() == this.length && this.charset.equals(StandardCharsets.UTF_8));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BytesValue that && Arrays.equals(bytes(), that.bytes());
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(bytes());
	}

}
