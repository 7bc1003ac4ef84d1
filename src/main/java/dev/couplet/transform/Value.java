package dev.couplet.transform;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * What a transform takes and gives: a text or bytes. The bytes of a text are its UTF-8.
 * Bytes are a text if they are well-formed in their charset, which is UTF-8 unless the
 * request declared another. Immutable, provided that nobody modifies an array that was
 * passed in or returned. Two values are equal if their kind and content are.
 */
public abstract sealed class Value permits TextValue, BytesValue {

	/**
	 * Creates a text.
	 * @param text well-formed Unicode, possibly empty
	 * @return the value
	 */
	public static Value of(String text) {
		return new TextValue(text, false);
	}

	/**
	 * Creates bytes.
	 * @param bytes the bytes, not copied
	 * @return the value
	 */
	public static Value of(byte[] bytes) {
		return new BytesValue(bytes, 0, bytes.length);
	}

	/**
	 * Creates bytes that are part of an array.
	 * @param array the array, not copied
	 * @param offset the offset of the first byte
	 * @param length the number of bytes
	 * @return the value
	 */
	public static Value of(byte[] array, int offset, int length) {
		return new BytesValue(array, offset, length);
	}

	/**
	 * Creates bytes that are a text in another charset than UTF-8. A transform that takes
	 * bytes gets them as they are.
	 * @param bytes the bytes, not copied
	 * @param charset the charset
	 * @return the value
	 */
	public static Value of(byte[] bytes, Charset charset) {
		return new BytesValue(bytes, charset);
	}

	/**
	 * Returns the kind of the value.
	 * @return {@link Kind#TEXT} or {@link Kind#BYTES}
	 */
	public abstract Kind<?> kind();

	/**
	 * Returns the value as a text.
	 * @return well-formed Unicode, possibly empty
	 * @throws MalformedTextException if the bytes are not well-formed in their charset
	 */
	public abstract String text();

	/**
	 * Returns the value as bytes.
	 * @return the bytes, possibly none; they must not be modified
	 */
	public abstract byte[] bytes();

	/**
	 * Returns the size of the value.
	 * @return bytes, in UTF-8 if it is a text
	 */
	public abstract long size();

	/**
	 * Returns the length of the value.
	 * @return UTF-16 code units of a text, or bytes
	 */
	public abstract int length();

	/**
	 * Returns whether a value has the same bytes, whatever the kinds of the two are.
	 * @param other the other value
	 * @return whether their bytes are equal
	 */
	public final boolean hasBytesOf(Value other) {
		return size() == other.size() && Arrays.equals(bytes(), other.bytes());
	}

	/**
	 * Returns whether the value is known to be a text of pure ASCII.
	 * @return false if it is not known
	 */
	abstract boolean isKnownAscii();

	/**
	 * Returns this value as one of the other kind.
	 * @param kind the other kind
	 * @return the converted value
	 * @throws MalformedTextException if the bytes are not well-formed in their charset
	 */
	abstract Value as(Kind<?> kind);

	/**
	 * Returns a description that does not disclose the value.
	 */
	@Override
	public final String toString() {
		return kind() + " of length " + length();
	}

}
