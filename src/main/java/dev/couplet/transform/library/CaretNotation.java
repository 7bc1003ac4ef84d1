package dev.couplet.transform.library;

import java.util.stream.IntStream;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * The notation of {@code cat -v}: {@code ^A} for a control character other than tab and
 * line feed, and {@code M-} before the notation of the low seven bits of a byte of UTF-8
 * over 127.
 */
final class CaretNotation {

	private static final String META = "M-";

	private static final int DELETE = 0x7F;

	private static final int CONTROL = 0x40;

	// by byte
	private static final String[] BYTES = IntStream.rangeClosed(0, 0xFF)
		.mapToObj(CaretNotation::written)
		.toArray(String[]::new);

	// the first bytes of the characters of two, three and four bytes
	private static final int[] LEADS = { 0xC0, 0xE0, 0xF0, 0xF8 };

	private static final int[] MINIMA = { 0x80, 0x800, 0x10000 };

	private final String text;

	// the end of the piece that was read last
	private int end;

	private CaretNotation(String text) {
		this.text = text;
	}

	private static String written(int octet) {
		int low = octet & DELETE;
		boolean control = low < ' ' || low == DELETE;
		String written = control ? "^" + (char) (low ^ CONTROL) : Character.toString(low);
		if (octet > DELETE) {
			return META + written;
		}
		return (octet == '\t' || octet == '\n') ? Character.toString(octet) : written;
	}

	/**
	 * Encodes a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return printable ASCII, tabs and line feeds
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String encode(String text, SizeLimit limit) {
		byte[] bytes = Utf8.encode(text);
		long size = 0;
		for (byte octet : bytes) {
			size += BYTES[octet & 0xFF].length();
		}
		limit.check(size);
		StringBuilder result = new StringBuilder((int) size);
		for (byte octet : bytes) {
			result.append(BYTES[octet & 0xFF]);
		}
		return result.toString();
	}

	/**
	 * Decodes a text.
	 * @param text any text
	 * @return the decoded text; whatever is not the notation of a character is kept
	 */
	static String decode(String text) {
		return new CaretNotation(text).decode();
	}

	private String decode() {
		StringBuilder result = new StringBuilder(this.text.length());
		int i = 0;
		while (i < this.text.length()) {
			int character = read(i);
			if (character >= 0) {
				result.appendCodePoint(character);
				i = this.end;
			}
			else {
				result.append(this.text.charAt(i));
				i++;
			}
		}
		return result.toString();
	}

	// the character whose notation begins here, or -1
	private int read(int start) {
		return switch (this.text.charAt(start)) {
			case '^' -> {
				this.end = start + 2;
				yield control(start);
			}
			case 'M' -> readSeveral(start);
			default -> -1;
		};
	}

	private int control(int caret) {
		char unit = unit(caret + 1);
		return (unit(caret) == '^' && ((unit >= '@' && unit <= '_') || unit == '?')) ? unit ^ CONTROL : -1;
	}

	private int readSeveral(int start) {
		int lead = isMeta(start) ? unit(start + META.length()) + 0x80 : 0;
		int length = 0;
		while (length < LEADS.length && lead >= LEADS[length]) {
			length++;
		}
		// the bytes of a character say which of two readings of M-^M is meant: the first
		// byte is never that of a control character, and the others never over 0xBF
		if (length == 0 || length == LEADS.length) {
			return -1;
		}
		int character = lead - LEADS[length - 1];
		this.end = start + META.length() + 1;
		for (int i = 0; i < length; i++) {
			int bits = readContinuation(this.end);
			if (bits < 0) {
				return -1;
			}
			character = character << 6 | bits;
		}
		boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
		boolean valid = character >= MINIMA[length - 1] && character <= Character.MAX_CODE_POINT && !surrogate;
		return valid ? character : -1;
	}

	// the low six bits of a byte from 0x80 to 0xBF, or -1
	private int readContinuation(int start) {
		int low = start + META.length();
		if (!isMeta(start)) {
			return -1;
		}
		if (unit(low) == '^') {
			this.end = low + 2;
			int control = control(low);
			return (control == DELETE) ? -1 : control;
		}
		this.end = low + 1;
		return (unit(low) >= ' ' && unit(low) < CONTROL) ? unit(low) : -1;
	}

	private boolean isMeta(int index) {
		return this.text.startsWith(META, index);
	}

	// a code unit, or one that is in no notation
	private char unit(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : '\0';
	}

}
