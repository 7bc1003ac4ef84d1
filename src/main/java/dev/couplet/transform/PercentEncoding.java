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

	private static final int LENGTH = "%00".length();

	// legal in a path, or taken there as they are, and without a meaning in a recipe
	private static final String PLAIN = "-_~!*';@$/+[]{}|^";

	private PercentEncoding() {
	}

	/**
	 * Decodes a recipe.
	 * @param recipe the encoded recipe
	 * @return the decoded recipe
	 * @throws MalformedRecipeException if a {@code %} is not followed by two hexadecimal
	 * digits, or the decoded bytes are not well-formed UTF-8
	 */
	public static String decode(String recipe) {
		return decode(recipe, 0, recipe.length());
	}

	/**
	 * Decodes a part of a recipe.
	 * @param recipe the encoded recipe
	 * @param start the index of the part's first UTF-16 code unit
	 * @param end the index after the last one
	 * @return the decoded part
	 * @throws MalformedRecipeException if a {@code %} is not followed by two hexadecimal
	 * digits, or the decoded bytes are not well-formed UTF-8
	 */
	static String decode(String recipe, int start, int end) {
		return decode(recipe, start, end, (reason) -> new MalformedRecipeException("in the recipe, " + reason));
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
		return decode(encoded, 0, encoded.length(), refusal);
	}

	private static String decode(String encoded, int start, int end,
			Function<String, ? extends TransformException> refusal) {
		int percent = encoded.indexOf('%', start, end);
		if (percent < 0) {
			return encoded.substring(start, end);
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int i = start;
		while (percent >= 0) {
			bytes.writeBytes(Utf8.encode(encoded.substring(i, percent)));
			if (!isEncodedByte(encoded, percent, end)) {
				throw refusal.apply("the '%' at character " + number(encoded, percent)
						+ " is not followed by two hexadecimal digits; '%' itself is written %25");
			}
			bytes.write(HexFormat.fromHexDigits(encoded, percent + 1, percent + LENGTH));
			i = percent + LENGTH;
			percent = encoded.indexOf('%', i, end);
		}
		bytes.writeBytes(Utf8.encode(encoded.substring(i, end)));
		try {
			return Utf8.decode(bytes.toByteArray(), 0, bytes.size());
		}
		catch (MalformedTextException ex) {
			throw refusal.apply("the bytes that are percent-encoded from character "
					+ number(encoded, indexOfByte(encoded, start, ex.number())) + " on are not UTF-8");
		}
	}

	private static boolean isEncodedByte(String encoded, int percent, int end) {
		return percent + LENGTH <= end && HexFormat.isHexDigit(encoded.charAt(percent + 1))
				&& HexFormat.isHexDigit(encoded.charAt(percent + 2));
	}

	// the index of the character, or of the '%', that becomes a byte
	private static int indexOfByte(String encoded, int start, int number) {
		int index = start;
		long bytes = 1;
		while (bytes < number) {
			boolean percent = encoded.charAt(index) == '%';
			int next = index + (percent ? LENGTH : Character.charCount(encoded.codePointAt(index)));
			bytes += percent ? 1 : Utf8.size(encoded, index, next);
			index = next;
		}
		return index;
	}

	private static int number(String text, int index) {
		return text.codePointCount(0, index) + 1;
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

}
