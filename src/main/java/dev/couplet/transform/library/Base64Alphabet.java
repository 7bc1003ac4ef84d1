package dev.couplet.transform.library;

import java.util.Arrays;
import java.util.Base64;

import dev.couplet.transform.ValueRefusedException;

/**
 * Decodes base64 (RFC 4648) in one of its two alphabets. It finds the position of an
 * error, which the JDK's decoder does not.
 */
enum Base64Alphabet {

	/** Section 4, with white space ignored and padding optional. */
	STANDARD("+/"),

	/** Section 4, without white space, with padding, and with unused bits that are 0. */
	STRICT("+/"),

	/** Section 5, with white space ignored and padding optional. */
	URL_SAFE("-_");

	// with padding, which other text rarely has
	private static final String EXTRACTION = "put regex-extract=[\\w/+-]+%3D+ first";

	private static final String OTHER_TEXT = "; if there is other text around the base64, " + EXTRACTION;

	private static final String NAME_BEFORE = "; if a name is before it, put regex-replace=^[^%3A]*%3A: first";

	private static final int QUANTUM = 4;

	private final String lastLetters;

	Base64Alphabet(String lastLetters) {
		this.lastLetters = lastLetters;
	}

	/**
	 * Decodes a text.
	 * @param text any text
	 * @return the bytes
	 * @throws ValueRefusedException if it is not base64 in this alphabet
	 */
	byte[] decode(String text) {
		byte[] letters = new byte[text.length()];
		int count = 0;
		int padding = 0;
		int start = ByteOrderMark.of(text).length();
		for (int i = start; i < text.length(); i++) {
			char unit = text.charAt(i);
			if (unit == '=') {
				padding++;
			}
			else if (isLetter(unit) && padding == 0) {
				letters[count++] = (byte) unit;
			}
			else if (this == STRICT || !WhiteSpace.is(unit)) {
				throw refusal(text, i, isLetter(unit));
			}
		}
		requireWholeBytes(count, padding);
		Base64.Decoder decoder = (this == URL_SAFE) ? Base64.getUrlDecoder() : Base64.getDecoder();
		byte[] decoded = decoder.decode(Arrays.copyOf(letters, count));
		if (this == STRICT && !Base64.getEncoder().encodeToString(decoded).regionMatches(0, text, start, count)) {
			throw new ValueRefusedException("the unused bits of the last base64 character, at character "
					+ (start + count) + ", are not 0; without the mode strict, they are ignored");
		}
		return decoded;
	}

	private boolean isLetter(char unit) {
		return AsciiCharacter.isLetterOrDigit(unit) || this.lastLetters.indexOf(unit) >= 0;
	}

	private ValueRefusedException refusal(String text, int index, boolean padded) {
		char unit = text.charAt(index);
		String place = "at character " + (index + 1);
		if (WhiteSpace.is(unit)) {
			return new ValueRefusedException("white space " + place + "; without the mode strict, it is ignored");
		}
		if (text.startsWith("-----BEGIN")) {
			return new ValueRefusedException("not base64 " + place + Decoders.hint(text, unit));
		}
		if (padded) {
			String hint = Decoders.eachLineHint(text.substring(text.indexOf('='), index), decoder());
			return new ValueRefusedException("more base64 after the padding, " + place
					+ (hint.isEmpty() ? "; " + EXTRACTION + ", and use each-line(" + decoder() + ")" : hint));
		}
		if ("+/".indexOf(unit) >= 0) {
			return new ValueRefusedException("standard base64 " + place
					+ (hasAny(text, "-_") ? "; put replace=+:-,replace=/:_ first" : "; base64-decode decodes it"));
		}
		if ("-_".indexOf(unit) >= 0) {
			return new ValueRefusedException("URL-safe base64 " + place
					+ (hasAny(text, "+/") ? "; put replace=-:+,replace=_:/ first" : "; base64url-decode decodes it"));
		}
		String hint = Decoders.hint(text, unit);
		if (hint.isEmpty()) {
			hint = hasAny(text, "=") ? OTHER_TEXT : (unit == ':') ? NAME_BEFORE : "";
		}
		return new ValueRefusedException("not base64 " + place + hint);
	}

	private String decoder() {
		return (this == URL_SAFE) ? "base64url-decode" : "base64-decode";
	}

	private static boolean hasAny(String text, String units) {
		return text.chars().anyMatch((unit) -> units.indexOf(unit) >= 0);
	}

	private void requireWholeBytes(int letters, int padding) {
		int rest = letters % QUANTUM;
		int missing = (rest > 0) ? QUANTUM - rest : 0;
		if (rest == 1) {
			throw new ValueRefusedException("the base64 is cut off: without white space and padding it has the length "
					+ letters + ", which is not one of whole bytes");
		}
		if (padding > missing) {
			throw new ValueRefusedException("the base64 ends with too much padding: %s instead of %s characters%s"
				.formatted(padding, missing, (this != STRICT) ? "; put replace=%3D first" : ""));
		}
		if (this == STRICT && padding < missing) {
			throw new ValueRefusedException("the base64 lacks padding; without the mode strict, it is optional");
		}
	}

}
