package dev.couplet.transform.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * The encoding of uuencode (POSIX), with a grave accent for 0, as spaces are lost at the
 * end of a line.
 */
final class Uuencoding {

	private static final String HEADER = "begin 644 data\n";

	private static final String TRAILER = "`\nend\n";

	private static final Pattern BEGIN = Pattern.compile("^begin [0-7]{3,4} [^\n]+$", Pattern.MULTILINE);

	private static final Pattern BEGIN_BASE64 = Pattern.compile("^begin-base64 ", Pattern.MULTILINE);

	private static final int BYTES_A_LINE = 45;

	private static final int BITS = 6;

	private static final int MASK = 0x3F;

	private final String text;

	private final LimitedBytes bytes;

	// whether there is a line that begins the file
	private boolean framed;

	private Uuencoding(String text, SizeLimit limit) {
		this.text = text;
		this.bytes = new LimitedBytes(limit);
	}

	/**
	 * Encodes bytes.
	 * @param bytes any bytes
	 * @param limit the maximum size of the result
	 * @return lines with a first and last one
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encode(byte[] bytes, SizeLimit limit) {
		int whole = bytes.length / BYTES_A_LINE;
		int rest = bytes.length % BYTES_A_LINE;
		long size = HEADER.length() + TRAILER.length() + whole * 62L + ((rest > 0) ? 2 + (rest + 2) / 3 * 4 : 0);
		limit.check(size);
		StringBuilder encoded = new StringBuilder((int) size).append(HEADER);
		for (int start = 0; start < bytes.length; start += BYTES_A_LINE) {
			int end = Math.min(bytes.length, start + BYTES_A_LINE);
			encoded.append(digit(end - start));
			for (int i = start; i < end; i += 3) {
				int group = octet(bytes, i) << 16 | octet(bytes, i + 1) << 8 | octet(bytes, i + 2);
				for (int shift = 3 * BITS; shift >= 0; shift -= BITS) {
					encoded.append(digit(group >> shift & MASK));
				}
			}
			encoded.append('\n');
		}
		return encoded.append(TRAILER).toString();
	}

	private static int octet(byte[] bytes, int index) {
		return (index < bytes.length) ? bytes[index] & 0xFF : 0;
	}

	private static char digit(int value) {
		return (value == 0) ? '`' : (char) (' ' + value);
	}

	/**
	 * Decodes a text. What is before the line that begins the file, and after its end, is
	 * ignored, as by uudecode. Lines without a first and last one are decoded too.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the bytes
	 * @throws ValueRefusedException if it is not uuencoded, cut off, or has several files
	 */
	static byte[] decode(String text, SizeLimit limit) {
		return new Uuencoding(text.substring(ByteOrderMark.of(text).length()), limit).decode();
	}

	private byte[] decode() {
		Matcher begin = BEGIN.matcher(this.text);
		this.framed = begin.find();
		if (!this.framed && BEGIN_BASE64.matcher(this.text).find()) {
			throw new ValueRefusedException("the file is in base64, as of uuencode -m; "
					+ "drop-lines=^begin,drop-lines=^%3D,base64-decode decodes it");
		}
		int start = this.framed ? begin.end() + 1 : 0;
		boolean more = true;
		while (more && start < this.text.length()) {
			int feed = this.text.indexOf('\n', start);
			int end = (feed < 0) ? this.text.length() : feed;
			end -= (end > start && this.text.charAt(end - 1) == '\r') ? 1 : 0;
			more = !isEnd(start, end);
			if (more) {
				decodeLine(start, end);
			}
			start = (feed < 0) ? this.text.length() : feed + 1;
		}
		if (this.framed && more) {
			throw new ValueRefusedException("the uuencoded file is cut off: there is no line with its end");
		}
		if (this.framed && begin.find(Math.min(start, this.text.length()))) {
			throw TextPosition.refusal("another uuencoded file", this.text, begin.start(), "decode each by itself");
		}
		return this.bytes.toByteArray();
	}

	private boolean isEnd(int start, int end) {
		return this.framed && end - start == 3 && this.text.startsWith("end", start);
	}

	private void decodeLine(int start, int end) {
		int length = (start < end) ? value(start) : 0;
		int digits = (length + 2) / 3 * 4;
		if (!this.framed && end - start <= digits && length > 0) {
			throw TextPosition.refusal("not uuencoded: the line is shorter than its first character says", this.text,
					start, "");
		}
		byte[] line = new byte[digits / 4 * 3];
		for (int i = 0; i < digits; i += 4) {
			int group = 0;
			for (int j = i; j < i + 4; j++) {
				// spaces at the end of a line are lost in transit
				int index = start + 1 + j;
				group = group << BITS | ((index < end) ? value(index) : 0);
			}
			for (int j = 0; j < 3; j++) {
				line[i / 4 * 3 + j] = (byte) (group >> ((2 - j) * Byte.SIZE));
			}
		}
		for (int i = start + 1 + digits; i < end; i++) {
			if (value(i) != 0) {
				throw TextPosition.refusal("not uuencoded: the line is longer than its first character says", this.text,
						i, "");
			}
		}
		this.bytes.write(line, 0, length);
	}

	private int value(int index) {
		char unit = this.text.charAt(index);
		if (unit < ' ' || unit > '`') {
			throw TextPosition.refusal("not uuencoded", this.text, index, "");
		}
		return unit - ' ' & MASK;
	}

}
