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
		try {
			String text = this.charset.newDecoder()
				.decode(ByteBuffer.wrap(this.array, this.offset, this.length))
				.toString();
			if (Utf8.isWellFormed(text)) {
				return text;
			}
		}
		catch (CharacterCodingException ex) {
			// the same error as for malformed text that a lenient decoder accepts
		}
		throw new MalformedTextException("the text is not well-formed in the declared charset");
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
