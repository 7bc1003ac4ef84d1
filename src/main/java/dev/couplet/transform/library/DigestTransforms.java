package dev.couplet.transform.library;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformBuilder;
import dev.couplet.transform.TransformLibrary;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Digests of bytes, in hexadecimal or base64.
 */
class DigestTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(
				digest(Transform.named("sha256", Kind.BYTES, Kind.TEXT)
					.synonyms("sha-2", "sha2", "sha256-sum", "sha256-hex")
					.describedAs("Computes the SHA-256 digest (FIPS 180-4), as 64 hexadecimal digits or in base64.")
					.example("sha256", "here is my poem",
							"b568ea6b425f1fe5f12a5421464f22e5f71cd1b801aae72f1707c7dc6576ae0d"),
						DigestUtils::sha256),

				digest(Transform.named("sha512", Kind.BYTES, Kind.TEXT)
					.synonyms("sha512-sum", "sha512-hex")
					.describedAs("Computes the SHA-512 digest (FIPS 180-4), as 128 hexadecimal digits or in base64.")
					.example("sha512", "here is my poem",
							"e99729fc5b27ba8247004726e6e74a9fb6313c6dd09799041529e0bd605221e5"
									+ "a601161e3496a7299029408597238cc3159e1b11517e24ba2904335447dc14c4"),
						DigestUtils::sha512),

				digest(Transform.named("crc32", Kind.BYTES, Kind.TEXT)
					.synonyms("crc", "cksum", "checksum")
					.describedAs(
							"Computes the CRC-32 checksum, as in gzip and PNG, as 8 hexadecimal digits or in base64.")
					.example("crc32", "here is my poem", "a7c57495"), DigestTransforms::crc32));
	}

	private static Transform digest(TransformBuilder<byte[], String> transform, UnaryOperator<byte[]> digest) {
		Parameter<String> form = Parameter.choice("form", "hex", "base64");
		return transform.with(form).callCost(5000).binding((arguments) -> {
			boolean hex = arguments.get(form).equals("hex");
			return (bytes, limit) -> hex ? HexFormat.of().formatHex(digest.apply(bytes))
					: Base64.getEncoder().encodeToString(digest.apply(bytes));
		});
	}

	private static byte[] crc32(byte[] bytes) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes);
		return ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array();
	}

}
