package dev.couplet.transform.library;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Quoted-printable encoding of bytes (RFC 2045, section 6.7). Line breaks, LF or CRLF,
 * are kept. A soft line break is like the first line break of the text, or CRLF if there
 * is none. (The codec of Apache Commons loses line breaks when it decodes.)
 */
final class QuotedPrintable {

	private static final int MAX_LINE_LENGTH = 76;

	private static final String HEX = "0123456789ABCDEF";

	private final byte[] bytes;

	private QuotedPrintable(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * Encodes bytes.
	 * @param bytes any bytes
	 * @param limit the maximum size of the result
	 * @return lines of at most 76 ASCII characters
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encode(byte[] bytes, SizeLimit limit) {
		QuotedPrintable encoding = new QuotedPrintable(bytes);
		long[] size = { 0 };
		encoding.encode((piece) -> size[0] += piece.length());
		limit.check(size[0]);
		StringBuilder result = new StringBuilder((int) size[0]);
		encoding.encode(result::append);
		return result.toString();
	}

	/**
	 * Decodes a text.
	 * @param text lines of any length. White space at the end of a line is removed,
	 * because it can only have been added in transit. Digits may be lower case
	 * @return the bytes
	 * @throws ValueRefusedException if it is not valid quoted-printable
	 */
	static byte[] decode(String text) {
		ByteArrayOutputStream decoded = new ByteArrayOutputStream();
		int start = ByteOrderMark.of(text).length();
		while (start < text.length()) {
			int feed = text.indexOf('\n', start);
			int next = (feed < 0) ? text.length() : feed + 1;
			decodeLine(text, start, next, decoded);
			start = next;
		}
		return decoded.toByteArray();
	}

	private void encode(Sink result) {
		String softBreak = "=" + softLineEnd();
		int column = 0;
		int i = 0;
		while (i < this.bytes.length) {
			int lineEnd = lineEnd(i);
			if (lineEnd > 0) {
				result.take((lineEnd == 2) ? "\r\n" : "\n");
				column = 0;
				i += lineEnd;
				continue;
			}
			String piece = piece(i);
			boolean last = i + 1 == this.bytes.length || lineEnd(i + 1) > 0;
			// the last column is reserved for "=", unless the line ends here
			if (column + piece.length() > (last ? MAX_LINE_LENGTH : MAX_LINE_LENGTH - 1)) {
				result.take(softBreak);
				column = 0;
			}
			result.take(piece);
			column += piece.length();
			i++;
		}
	}

	private String piece(int index) {
		int octet = this.bytes[index] & 0xFF;
		boolean white = octet == ' ' || octet == '\t';
		boolean atEnd = index + 1 == this.bytes.length || lineEnd(index + 1) > 0;
		boolean literal = (octet > ' ' && octet < 0x7F && octet != '=') || (white && !atEnd);
		return literal ? String.valueOf((char) octet) : "=" + HEX.charAt(octet >> 4) + HEX.charAt(octet & 0xF);
	}

	private int lineEnd(int index) {
		if (this.bytes[index] == '\n') {
			return 1;
		}
		boolean both = this.bytes[index] == '\r' && index + 1 < this.bytes.length && this.bytes[index + 1] == '\n';
		return both ? 2 : 0;
	}

	private String softLineEnd() {
		for (int i = 0; i < this.bytes.length; i++) {
			if (this.bytes[i] == '\n') {
				return (i > 0 && this.bytes[i - 1] == '\r') ? "\r\n" : "\n";
			}
		}
		return "\r\n";
	}

	private static void decodeLine(String text, int start, int next, ByteArrayOutputStream decoded) {
		int lineEnd = next;
		if (text.charAt(lineEnd - 1) == '\n') {
			lineEnd--;
			lineEnd -= (lineEnd > start && text.charAt(lineEnd - 1) == '\r') ? 1 : 0;
		}
		int end = lineEnd;
		while (end > start && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
			end--;
		}
		boolean soft = end > start && text.charAt(end - 1) == '=' && lineEnd < next;
		decodeOctets(text, start, soft ? end - 1 : end, decoded);
		if (!soft) {
			decoded.writeBytes(Utf8.encode(text.substring(lineEnd, next)));
		}
	}

	private static void decodeOctets(String text, int start, int end, ByteArrayOutputStream decoded) {
		int i = start;
		while (i < end) {
			char unit = text.charAt(i);
			boolean printable = (unit >= ' ' && unit < 0x7F) || unit == '\t';
			if (!printable || (unit == '=' && i + 2 >= end)) {
				throw refusal(i);
			}
			if (unit == '=') {
				decoded.write(digit(text, i + 1) << 4 | digit(text, i + 2));
				i += 3;
			}
			else {
				decoded.write(unit);
				i++;
			}
		}
	}

	private static int digit(String text, int index) {
		if (!HexFormat.isHexDigit(text.charAt(index))) {
			throw refusal(index);
		}
		return HexFormat.fromHexDigit(text.charAt(index));
	}

	private static ValueRefusedException refusal(int index) {
		return new ValueRefusedException("not quoted-printable at character " + (index + 1)
				+ "; it has printable ASCII only, and two hexadecimal digits after each '='");
	}

	/**
	 * Receives encoded text.
	 */
	@FunctionalInterface
	private interface Sink {

		void take(String piece);

	}

}
