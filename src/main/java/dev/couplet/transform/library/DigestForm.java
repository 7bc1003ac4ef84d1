package dev.couplet.transform.library;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformBuilder;

/**
 * The forms in which digests and checksums are printed: hexadecimal, in lower case, or
 * base64.
 */
final class DigestForm {

	private static final int CALL_COST = 5000;

	private DigestForm() {
	}

	/**
	 * Completes a transform.
	 * @param transform everything but its parameter and function
	 * @param digest computes the bytes to print
	 * @return the transform
	 */
	static Transform of(TransformBuilder<byte[], String> transform, UnaryOperator<byte[]> digest) {
		Parameter<String> form = Parameter.choice("form", "hex", "base64");
		return transform.with(form).callCost(CALL_COST).binding((arguments) -> {
			boolean hex = arguments.get(form).equals("hex");
			return (bytes, limit) -> hex ? HexFormat.of().formatHex(digest.apply(bytes))
					: Base64.getEncoder().encodeToString(digest.apply(bytes));
		});
	}

	static byte[] bigEndian(short number) {
		return ByteBuffer.allocate(Short.BYTES).putShort(number).array();
	}

	static byte[] bigEndian(int number) {
		return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
	}

	static byte[] bigEndian(long... numbers) {
		ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
		for (long number : numbers) {
			bytes.putLong(number);
		}
		return bytes.array();
	}

}
