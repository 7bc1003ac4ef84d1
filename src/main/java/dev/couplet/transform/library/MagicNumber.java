package dev.couplet.transform.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import dev.couplet.transform.ValueRefusedException;

/**
 * The bytes with which a compressed format starts.
 *
 * @param format the name of the format
 * @param hex the bytes in hexadecimal, in lower case
 * @param base64 how the format starts in base64
 */
record MagicNumber(String format, String hex, String base64) {

	/**
	 * Requires that a value starts with these bytes.
	 * @param bytes any bytes
	 * @throws ValueRefusedException if it does not, with a hint if it is encoded
	 */
	void require(byte[] bytes) {
		byte[] magic = HexFormat.of().parseHex(this.hex);
		if (!Arrays.equals(magic, 0, magic.length, bytes, 0, Math.min(bytes.length, magic.length))) {
			throw new ValueRefusedException("the value is not %s: it does not start with the bytes %s%s"
				.formatted(this.format, HexFormat.ofDelimiter(" ").formatHex(magic), hint(bytes)));
		}
	}

	private String hint(byte[] bytes) {
		String start = new String(bytes, 0, Math.min(bytes.length, this.hex.length()), StandardCharsets.ISO_8859_1);
		if (start.startsWith(this.base64)) {
			return "; it seems to be base64, so put base64-decode first";
		}
		return start.equalsIgnoreCase(this.hex) ? "; it seems to be hexadecimal, so put hex-decode first" : "";
	}

}
