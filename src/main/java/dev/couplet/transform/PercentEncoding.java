package dev.couplet.transform;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Strict percent-decoding of UTF-8 (RFC 3986, section 2.1). Every {@code %} must be
 * followed by two hexadecimal digits, and the decoded bytes must be well-formed UTF-8. A
 * {@code +} stands for itself.
 */
public final class PercentEncoding {

	private static final int HEX = 16;

	// legal in a path, or taken there as they are, and without a meaning in a recipe
	private static final String PLAIN = "-_~!*';@$/+[]{}|^";

	private PercentEncoding() {
	}

	/**
	 * Decodes a part of a recipe.
	 * @param encoded the encoded text
	 * @return the decoded text
	 * @throws MalformedRecipeException if a {@code %} is not followed by two hexadecimal
	 * digits, or the decoded bytes are not well-formed UTF-8
	 */
	public static String decode(String encoded) {
		return decode(encoded, (reason) -> new MalformedRecipeException("in the recipe, " + reason));
	}

	/**
	 * Decodes a text.
	 * @param encoded the encoded text
	 * @param refusal creates the exception to throw, given the reason, if a {@code %} is
	 * not followed by two hexadecimal digits, or the decoded bytes are not well-formed
	 * UTF-8
	 * @return the decoded text
	 */
	public static String decode(String encoded, Function<String, ? extends TransformException> refusal) {
		if (encoded.indexOf('%') < 0) {
			return encoded;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int i = 0;
		while (i < encoded.length()) {
			int next = encoded.indexOf('%', i);
			int end = (next < 0) ? encoded.length() : next;
			bytes.writeBytes(Utf8.encode(encoded.substring(i, end)));
			i = end;
			if (next >= 0) {
				bytes.write(hexDigit(encoded, next + 1, refusal) * HEX + hexDigit(encoded, next + 2, refusal));
				i = next + 3;
			}
		}
		try {
			return Utf8.decode(bytes.toByteArray(), 0, bytes.size());
		}
		catch (MalformedTextException ex) {
			throw refusal.apply("the percent-encoded bytes are not well-formed UTF-8");
		}
	}

	/**
	 * Encodes an argument.
	 * @param argument well-formed Unicode
	 * @return printable ASCII without white space or any character that ends an argument
	 */
	static String encode(String argument) {
		StringBuilder encoded = new StringBuilder();
		for (byte octet : Utf8.encode(argument)) {
			boolean plain = (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z')
					|| (octet >= '0' && octet <= '9') || PLAIN.indexOf(octet) >= 0;
			encoded
				.append(plain ? String.valueOf((char) octet) : "%" + HexFormat.of().withUpperCase().toHexDigits(octet));
		}
		return encoded.toString();
	}

	private static int hexDigit(String encoded, int index, Function<String, ? extends TransformException> refusal) {
		char digit = (index < encoded.length()) ? encoded.charAt(index) : '%';
		int value = (digit < 0x80) ? Character.digit(digit, HEX) : -1;
		if (value < 0) {
			throw refusal.apply("a '%' is not followed by two hexadecimal digits");
		}
		return value;
	}

}
