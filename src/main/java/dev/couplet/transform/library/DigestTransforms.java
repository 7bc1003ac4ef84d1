package dev.couplet.transform.library;

import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.Utf8;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Digests of a text's UTF-8 bytes, in lower-case hexadecimal.
 */
class DigestTransforms implements TransformLibrary {

	private static final int CRC_DIGITS = 8;

	@Override
	public List<Transform> transforms() {
		return List.of(
				Transform.named("sha256")
					.synonyms("sha-2", "sha2", "sha256-sum", "sha256-hex")
					.describedAs(
							"Computes the SHA-256 digest (FIPS 180-4) of the UTF-8 bytes, as 64 hexadecimal digits.")
					.example("sha256", "here is my poem",
							"b568ea6b425f1fe5f12a5421464f22e5f71cd1b801aae72f1707c7dc6576ae0d")
					.applying(DigestUtils::sha256Hex),

				Transform.named("sha512")
					.synonyms("sha512-sum", "sha512-hex")
					.describedAs(
							"Computes the SHA-512 digest (FIPS 180-4) of the UTF-8 bytes, as 128 hexadecimal digits.")
					.example("sha512", "here is my poem",
							"e99729fc5b27ba8247004726e6e74a9fb6313c6dd09799041529e0bd605221e5"
									+ "a601161e3496a7299029408597238cc3159e1b11517e24ba2904335447dc14c4")
					.applying(DigestUtils::sha512Hex),

				Transform.named("crc32")
					.synonyms("crc", "cksum", "checksum")
					.describedAs(
							"Computes the CRC-32 checksum, as in gzip and PNG, of the UTF-8 bytes, as 8 hexadecimal digits.")
					.example("crc32", "here is my poem", "a7c57495")
					.applying(DigestTransforms::crc32));
	}

	private static String crc32(String text) {
		CRC32 checksum = new CRC32();
		checksum.update(Utf8.encode(text));
		return HexFormat.of().toHexDigits(checksum.getValue(), CRC_DIGITS);
	}

}
