package dev.couplet.transform.library;

import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.couplet.transform.Kind;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import org.apache.commons.codec.digest.Crc16;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Checksums and hashes that detect errors, but protect from nobody.
 */
class ChecksumTransforms implements TransformLibrary {

	private static final String NOT_FOR_SECURITY = " It is fast, and not for security.";

	@Override
	public List<Transform> transforms() {
		return List.of(crc16(), crc32(), crc32c(), adler32(), xxh64(), xxh3(), murmur3(), luhn());
	}

	private static Transform crc16() {
		return DigestForm.of(
				Transform.named("crc16", Kind.BYTES, Kind.TEXT)
					.synonyms("crc-16", "crc16-arc", "crc-arc")
					.describedAs("Computes the CRC-16/ARC checksum, as 4 hexadecimal digits or in base64, big-endian.")
					.example("crc16", "here is my poem", "06c4"),
				(bytes) -> DigestForm.bigEndian((short) checksum(Crc16.arc(), bytes)));
	}

	private static Transform crc32() {
		return DigestForm.of(
				Transform.named("crc32", Kind.BYTES, Kind.TEXT)
					.synonyms("crc", "crc-32", "cksum", "checksum")
					.describedAs("Computes the CRC-32 checksum, as in gzip and PNG, "
							+ "as 8 hexadecimal digits or in base64, big-endian.")
					.example("crc32", "here is my poem", "a7c57495"),
				(bytes) -> DigestForm.bigEndian((int) checksum(new CRC32(), bytes)));
	}

	private static Transform crc32c() {
		return DigestForm.of(
				Transform.named("crc32c", Kind.BYTES, Kind.TEXT)
					.synonyms("crc-32c", "castagnoli")
					.describedAs("Computes the CRC-32C checksum (RFC 9260), as in iSCSI and ext4, "
							+ "as 8 hexadecimal digits or in base64, big-endian.")
					.example("crc32c", "here is my poem", "b5f576a1"),
				(bytes) -> DigestForm.bigEndian((int) checksum(new CRC32C(), bytes)));
	}

	private static Transform adler32() {
		return DigestForm.of(
				Transform.named("adler32", Kind.BYTES, Kind.TEXT)
					.synonyms("adler", "adler-32")
					.describedAs("Computes the Adler-32 checksum (RFC 1950), as in zlib, "
							+ "as 8 hexadecimal digits or in base64, big-endian.")
					.example("adler32", "here is my poem", "2b6d0578"),
				(bytes) -> DigestForm.bigEndian((int) checksum(new Adler32(), bytes)));
	}

	private static Transform xxh64() {
		return DigestForm.of(
				Transform.named("xxh64", Kind.BYTES, Kind.TEXT)
					.synonyms("xxhash", "xxhash64", "xxh64sum")
					.describedAs("Computes the XXH64 hash with the seed 0, as 16 hexadecimal digits or in base64, "
							+ "in its canonical form, big-endian." + NOT_FOR_SECURITY)
					.example("xxh64", "here is my poem", "dd3869b1df3c8804"),
				(bytes) -> DigestForm.bigEndian(Hashing.xxh64().hashBytesToLong(bytes)));
	}

	private static Transform xxh3() {
		return DigestForm.of(Transform.named("xxh3", Kind.BYTES, Kind.TEXT)
			.synonyms("xxh3-64", "xxhash3")
			.describedAs("Computes the XXH3 hash of 64 bits with the seed 0, as 16 hexadecimal digits or in base64, "
					+ "in its canonical form, big-endian." + NOT_FOR_SECURITY)
			.example("xxh3", "here is my poem", "6d1689fd54531c9f"),
				(bytes) -> DigestForm.bigEndian(Hashing.xxh3_64().hashBytesToLong(bytes)));
	}

	private static Transform murmur3() {
		return DigestForm.of(Transform.named("murmur3-128", Kind.BYTES, Kind.TEXT)
			.synonyms("murmur", "murmur3", "murmurhash3", "murmur128")
			.describedAs(
					"Computes the 128-bit MurmurHash3 for 64-bit machines with the seed 0, as 32 hexadecimal digits "
							+ "or in base64: its two numbers in order, each big-endian." + NOT_FOR_SECURITY)
			.example("murmur3-128", "here is my poem", "ae634a6fe229e04c7445522062c01785"),
				(bytes) -> DigestForm.bigEndian(MurmurHash3.hash128x64(bytes)));
	}

	private static Transform luhn() {
		return Transform.named("luhn")
			.synonyms("luhn-check-digit", "mod10", "check-digit")
			.describedAs("Computes the check digit of a number by the Luhn algorithm (ISO/IEC 7812-1), to be appended "
					+ "to the number. White space and hyphens are ignored.")
			.example("luhn", "7992739871", "3")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> Luhn.checkDigit(text)));
	}

	private static long checksum(Checksum checksum, byte[] bytes) {
		checksum.update(bytes, 0, bytes.length);
		return checksum.getValue();
	}

}
