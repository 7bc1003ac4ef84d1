package dev.couplet.transform.library;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import dev.couplet.transform.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Changes the case of ASCII letters, eight at a time. Most texts are pure ASCII, and the
 * JDK's conversion, one character at a time, is half of the cost of a long text.
 */
final class AsciiCase {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long ONES = 0x0101_0101_0101_0101L;

	private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

	/**
	 * The distance, in bits, from the high bit of a byte to the bit that distinguishes
	 * upper and lower case.
	 */
	private static final int TO_CASE_BIT = 2;

	private static final byte CASE_BIT = 0x20;

	private AsciiCase() {
	}

	/**
	 * Converts a text to lower case.
	 * @param text a text
	 * @return the result, or null if the text is not pure ASCII
	 */
	static @Nullable String lower(String text) {
		return flipCase(text, 'A', 'Z');
	}

	/**
	 * Converts a text to upper case.
	 * @param text a text
	 * @return the result, or null if the text is not pure ASCII
	 */
	static @Nullable String upper(String text) {
		return flipCase(text, 'a', 'z');
	}

	// The high bit of an ASCII byte is 0. A sum of 128 or more sets it, and never carries
	// into the next byte. This is one method because the JIT compiler, in a deep call
	// stack below an event loop, would not inline a call in the loop.
	private static @Nullable String flipCase(String text, char first, char last) {
		byte[] bytes = Utf8.encode(text);
		if (bytes.length != text.length()) {
			return null;
		}
		long untilFirst = (0x80 - first) * ONES;
		long untilAfterLast = (0x80 - last - 1) * ONES;
		int i = 0;
		for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
			long eight = (long) LONGS.get(bytes, i);
			long inRange = (eight + untilFirst) & ~(eight + untilAfterLast) & HIGH_BITS;
			LONGS.set(bytes, i, eight ^ (inRange >>> TO_CASE_BIT));
		}
		for (; i < bytes.length; i++) {
			if (bytes[i] >= first && bytes[i] <= last) {
				bytes[i] ^= CASE_BIT;
			}
		}
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

}
