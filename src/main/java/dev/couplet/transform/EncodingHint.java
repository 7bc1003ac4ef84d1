package dev.couplet.transform;

import java.util.Arrays;

/**
 * Suggests a step of the standard library for bytes that are not UTF-8 where a step takes
 * a text. It looks at the bytes, so that the step accepts them.
 */
final class EncodingHint {

	private static final byte[] BIG_ENDIAN = { (byte) 0xFE, (byte) 0xFF };

	private static final byte[] LITTLE_ENDIAN = { (byte) 0xFF, (byte) 0xFE };

	// the bytes that mean nothing in windows-1252
	private static final String UNUSED = "\u0081\u008d\u008f\u0090\u009d";

	private EncodingHint() {
	}

	/**
	 * Returns the end of a message.
	 * @param value bytes that are not UTF-8
	 * @param where where the step belongs: {@code first} or {@code before it}
	 * @return the empty string if the bytes are probably not a text in any charset
	 */
	static String of(Value value, String where) {
		byte[] bytes = value.bytes();
		Compression compression = Compression.of(bytes);
		if (compression != null) {
			return "; it is " + compression.withAdvice(", so put %s " + where);
		}
		if (startsWith(bytes, BIG_ENDIAN) || startsWith(bytes, LITTLE_ENDIAN)) {
			return "; if it is UTF-16, put charset-decode=UTF-16 " + where;
		}
		boolean western = true;
		for (byte octet : bytes) {
			if (octet == 0) {
				return "";
			}
			western &= UNUSED.indexOf(octet & 0xFF) < 0;
		}
		return western ? "; if it is windows-1252, put charset-decode=windows-1252 " + where
				: "; put charset-decode with the name of its charset " + where;
	}

	private static boolean startsWith(byte[] bytes, byte[] start) {
		return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
	}

}
