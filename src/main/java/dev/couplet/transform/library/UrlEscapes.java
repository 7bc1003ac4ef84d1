package dev.couplet.transform.library;

import dev.couplet.transform.PercentEncoding;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Percent-encoding of UTF-8 for the parts of a URL.
 */
enum UrlEscapes {

	/** A part between delimiters: RFC 3986, section 2.3. */
	COMPONENT("-._~"),

	/** A path with its slashes: RFC 3986, section 3.3. */
	PATH("-._~!$&'()*+,;=:@/"),

	/** The application/x-www-form-urlencoded of the URL Standard, section 5. */
	FORM("*-._");

	private static final String HEX = "0123456789ABCDEF";

	private static final int ESCAPE_LENGTH = "%00".length();

	private final String punctuation;

	UrlEscapes(String punctuation) {
		this.punctuation = punctuation;
	}

	/**
	 * Encodes a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return ASCII
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	String encode(String text, SizeLimit limit) {
		byte[] bytes = Utf8.encode(text);
		long size = 0;
		for (byte octet : bytes) {
			size += isOne(octet) ? 1 : ESCAPE_LENGTH;
		}
		limit.check(size);
		StringBuilder result = new StringBuilder((int) size);
		for (byte octet : bytes) {
			if (isOne(octet)) {
				result.append((octet == ' ') ? '+' : (char) octet);
			}
			else {
				result.append('%').append(HEX.charAt((octet & 0xFF) >> 4)).append(HEX.charAt(octet & 0xF));
			}
		}
		return result.toString();
	}

	// whether a byte becomes one character
	private boolean isOne(byte octet) {
		return AsciiCharacter.isLetterOrDigit(octet) || (octet == ' ' && this == FORM)
				|| this.punctuation.indexOf(octet) >= 0;
	}

	/**
	 * Decodes a text.
	 * @param encoded any text
	 * @return the decoded text
	 * @throws ValueRefusedException if a percent sign is not followed by two digits, or
	 * the bytes are not UTF-8
	 */
	String decode(String encoded) {
		return PercentEncoding.decode((this == FORM) ? encoded.replace('+', ' ') : encoded, ValueRefusedException::new);
	}

}
