package dev.couplet.transform.library;

import java.nio.charset.StandardCharsets;

import dev.couplet.transform.Compression;
import dev.couplet.transform.ValueRefusedException;

/**
 * A compressed format: how it is recognized, and how a value is refused that is not of
 * it.
 *
 * @param compression the format
 * @param base64 how the format starts in base64
 */
record CompressedFormat(Compression compression, String base64) {

	/**
	 * Requires that a value starts as this format does.
	 * @param bytes any bytes
	 * @throws ValueRefusedException if it does not, with a hint if it is encoded, or in
	 * another format
	 */
	void require(byte[] bytes) {
		if (!this.compression.begins(bytes)) {
			throw new ValueRefusedException(
					"the value is not %s: it does not start with the bytes %s%s".formatted(this.compression.format(),
							this.compression.start().replaceAll("(?<=..)(?=(?:..)+$)", " "), hint(bytes)));
		}
	}

	/**
	 * Refuses a value after which the decompressor expected more bytes: those that are
	 * missing, or those of another stream that a few other bytes seem to begin.
	 * @param size the number of bytes of the value
	 * @return the exception to throw
	 */
	ValueRefusedException cutOff(int size) {
		return new ValueRefusedException("the %s is cut off after %s bytes, or followed by something else"
			.formatted(this.compression.format(), size));
	}

	/**
	 * Refuses a value that is damaged. Does not show what the library says about it,
	 * which can contain parts of the value.
	 * @param done the number of bytes of the result before the damage, or fewer
	 * @return the exception to throw
	 */
	ValueRefusedException damaged(int done) {
		return new ValueRefusedException("the %s is damaged, or followed by something else%s"
			.formatted(this.compression.format(), done("; at least", done)));
	}

	/**
	 * Says how much of the result there was before a damage.
	 * @param how what precedes it
	 * @param done the number of bytes
	 * @return the end of a refusal, empty if there was nothing
	 */
	static String done(String how, long done) {
		return (done > 0)
				? "%s the first %s byte%s of the result could be read".formatted(how, done, (done > 1) ? "s" : "") : "";
	}

	/**
	 * Suggests the decompressor of another format.
	 * @param bytes any bytes
	 * @return the end of a refusal, empty if it is not known
	 */
	static String otherFormat(byte[] bytes) {
		Compression other = Compression.of(bytes);
		return (other != null) ? "; it seems to be " + other.withAdvice(", so use %s") : "";
	}

	private String hint(byte[] bytes) {
		String hex = this.compression.start();
		String start = new String(bytes, 0, Math.min(bytes.length, hex.length()), StandardCharsets.ISO_8859_1);
		if (start.startsWith(this.base64)) {
			return "; it seems to be base64, so put base64-decode first";
		}
		return start.equalsIgnoreCase(hex) ? "; it seems to be hexadecimal, so put hex-decode first"
				: otherFormat(bytes);
	}

}
