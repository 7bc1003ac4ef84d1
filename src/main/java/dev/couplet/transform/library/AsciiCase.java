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

	private static @Nullable String swap(String text, char first, char last) {
		byte[] bytes = Utf8.encode(text);
		if (bytes.length != text.length()) {
			return null;
		}
		int i = 0;
		for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
			long eight = (long) EIGHT.get(bytes, i);
			EIGHT.set(bytes, i, eight ^ between(eight, first, last) >>> TO_CASE_BIT);
		}
		for (; i < bytes.length; i++) {
			if (bytes[i] >= first && bytes[i] <= last) {
				bytes[i] ^= CASE_BIT;
			}
		}
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	// The high bit of every byte that is in the range. A byte of ASCII leaves its own
	// high
	// bit free, so a sum sets that where it reaches 128, and never spills over.
	private static long between(long eight, char first, char last) {
		long atLeastFirst = eight + (0x80 - first) * ONES;
		long moreThanLast = eight + (0x80 - last - 1) * ONES;
		return (atLeastFirst & ~moreThanLast) & HIGH_BITS;
	}

}
