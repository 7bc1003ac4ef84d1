package dev.couplet.transform.library;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import dev.couplet.transform.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * The case of ASCII letters, eight at a time. Most texts are of ASCII alone, and the
 * JDK's own mapping, a letter at a time, is half of what a long one costs.
 */
final class AsciiCase {

	private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long ONES = 0x0101_0101_0101_0101L;

	private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

	/**
	 * By how many bits the high bit of a byte is to the left of the one that tells the
	 * two cases apart.
	 */
	private static final int TO_CASE_BIT = 2;

	private static final byte CASE_BIT = 0x20;

	private AsciiCase() {
	}

	/**
	 * Lower case.
	 * @param text a text
	 * @return the result, or null where the text is not of ASCII alone
	 */
	static @Nullable String lower(String text) {
		return swap(text, 'A', 'Z');
	}

	/**
	 * Upper case.
	 * @param text a text
	 * @return the result, or null where the text is not of ASCII alone
	 */
	static @Nullable String upper(String text) {
		return swap(text, 'a', 'z');
	}

	// A byte of ASCII leaves its high bit free, so a sum sets that bit where it reaches
	// 128, and never spills over. All in one method: called from deep below an event
	// loop,
	// the compiler would not inline another one into the loop.
	private static @Nullable String swap(String text, char first, char last) {
		byte[] bytes = Utf8.encode(text);
		if (bytes.length != text.length()) {
			return null;
		}
		long untilFirst = (0x80 - first) * ONES;
		long untilAfterLast = (0x80 - last - 1) * ONES;
		int i = 0;
		for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
			long eight = (long) EIGHT.get(bytes, i);
			long inRange = (eight + untilFirst) & ~(eight + untilAfterLast) & HIGH_BITS;
			EIGHT.set(bytes, i, eight ^ (inRange >>> TO_CASE_BIT));
		}
		for (; i < bytes.length; i++) {
			if (bytes[i] >= first && bytes[i] <= last) {
				bytes[i] ^= CASE_BIT;
			}
		}
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

}
