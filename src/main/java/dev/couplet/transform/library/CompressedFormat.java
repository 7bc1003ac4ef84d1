package dev.couplet.transform.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import dev.couplet.transform.ValueRefusedException;

/**
 * A compressed format: how it is recognized, and how a value is refused that is not of
 * it.
 *
 * @param name the name of the format
 * @param hex the bytes with which it starts in hexadecimal, in lower case
 * @param base64 how the format starts in base64
 */
record CompressedFormat(String name, String hex, String base64) {

	/**
	 * Requires that a value starts as this format does.
	 * @param bytes any bytes
	 * @throws ValueRefusedException if it does not, with a hint if it is encoded
	 */
	void require(byte[] bytes) {
		byte[] magic = HexFormat.of().parseHex(this.hex);
		if (!Arrays.equals(magic, 0, magic.length, bytes, 0, Math.min(bytes.length, magic.length))) {
			throw new ValueRefusedException("the value is not %s: it does not start with the bytes %s%s"
				.formatted(this.name, HexFormat.ofDelimiter(" ").formatHex(magic), hint(bytes)));
		}
	}

	/**
	 * Refuses a value after which the decompressor expected more bytes: those that are
	 * missing, or those of another stream that a few other bytes seem to begin.
	 * @param size the number of bytes of the value
	 * @return the exception to throw
	 */
	ValueRefusedException cutOff(int size) {
		return new ValueRefusedException(
				"the %s is cut off after %d bytes, or followed by something else".formatted(this.name, size));
	}

	/**
	 * Refuses a value that is damaged. Does not show what the library says about it,
	 * which can contain parts of the value.
	 * @param done the number of bytes of the result before the damage, or fewer
	 * @return the exception to throw
	 */
	ValueRefusedException damaged(int done) {
		return new ValueRefusedException(
				"the %s is damaged, or followed by something else; at least the first %d bytes of the result could be read"
					.formatted(this.name, done));
	}

	private String hint(byte[] bytes) {
		String start = new String(bytes, 0, Math.min(bytes.length, this.hex.length()), StandardCharsets.ISO_8859_1);
		if (start.startsWith(this.base64)) {
			return "; it seems to be base64, so put base64-decode first";
		}
		return start.equalsIgnoreCase(this.hex) ? "; it seems to be hexadecimal, so put hex-decode first" : "";
	}

}
