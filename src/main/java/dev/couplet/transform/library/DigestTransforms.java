package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import org.apache.commons.codec.digest.Blake3;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Cryptographic digests of bytes, in hexadecimal or base64.
 */
class DigestTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(md5(), sha1(), sha224(), sha256(), sha384(), sha512(), sha3With224Bits(), sha3With256Bits(),
				sha3With384Bits(), sha3With512Bits(), keccak256(), blake2bWith256Bits(), blake2bWith512Bits(),
				blake2s(), blake3(), ripemd160());
	}

	private static Transform md5() {
		return DigestForm.of(Transform.named("md5", Kind.BYTES, Kind.TEXT)
			.synonyms("md5sum", "md5-hex", "md-5", "md5-hash")
			.describedAs("Computes the MD5 digest (RFC 1321), as 32 hexadecimal digits or in base64. "
					+ "MD5 is broken: do not use it for security.")
			.example("md5", "here is my poem", "4a9b10030792d66ab8aa93a491575f2d"), DigestUtils::md5);
	}

	private static Transform sha1() {
		return DigestForm.of(Transform.named("sha1", Kind.BYTES, Kind.TEXT)
			.synonyms("sha-1", "sha", "sha1sum", "sha1-hex", "sha1-hash")
			.describedAs("Computes the SHA-1 digest (FIPS 180-4), as 40 hexadecimal digits or in base64. "
					+ "SHA-1 is broken: do not use it for security.")
			.example("sha1", "here is my poem", "1a11bc9e6273861deb3382aaccb87d22d49ab191"), DigestUtils::sha1);
	}

	private static Transform sha224() {
		return DigestForm.of(
				Transform.named("sha224", Kind.BYTES, Kind.TEXT)
					.synonyms("sha-224", "sha224sum", "sha224-hex")
					.describedAs("Computes the SHA-224 digest (FIPS 180-4), as 56 hexadecimal digits or in base64.")
					.example("sha224", "here is my poem", "14d18d05461d645500e7640db9804f62762c8ee00057b419a5725209"),
				(bytes) -> digest("SHA-224", bytes));
	}

	private static Transform sha256() {
		return DigestForm.of(Transform.named("sha256", Kind.BYTES, Kind.TEXT)
			.synonyms("sha-2", "sha2", "sha-256", "sha256sum", "sha256-sum", "sha256-hex", "hash")
			.describedAs("Computes the SHA-256 digest (FIPS 180-4), as 64 hexadecimal digits or in base64.")
			.example("sha256", "here is my poem", "b568ea6b425f1fe5f12a5421464f22e5f71cd1b801aae72f1707c7dc6576ae0d"),
				DigestUtils::sha256);
	}

	private static Transform sha384() {
		return DigestForm.of(Transform.named("sha384", Kind.BYTES, Kind.TEXT)
			.synonyms("sha-384", "sha384sum", "sha384-hex")
			.describedAs("Computes the SHA-384 digest (FIPS 180-4), as 96 hexadecimal digits or in base64.")
			.example("sha384", "here is my poem", "2068128500a2e7a6e86b4d7d2f29f13744bcaee09471cd53"
					+ "ee4a20bb06bc05a653a018da0b5899e6a7ca8217bae95058"),
				DigestUtils::sha384);
	}

	private static Transform sha512() {
		return DigestForm.of(
				Transform.named("sha512", Kind.BYTES, Kind.TEXT)
					.synonyms("sha-512", "sha512sum", "sha512-sum", "sha512-hex", "sha512-hash")
					.describedAs("Computes the SHA-512 digest (FIPS 180-4), as 128 hexadecimal digits or in base64.")
					.example("sha512", "here is my poem",
							"e99729fc5b27ba8247004726e6e74a9fb6313c6dd09799041529e0bd605221e5"
									+ "a601161e3496a7299029408597238cc3159e1b11517e24ba2904335447dc14c4"),
				DigestUtils::sha512);
	}

	private static Transform sha3With224Bits() {
		return DigestForm.of(
				Transform.named("sha3-224", Kind.BYTES, Kind.TEXT)
					.describedAs("Computes the SHA3-224 digest (FIPS 202), as 56 hexadecimal digits or in base64.")
					.example("sha3-224", "here is my poem", "c711d45e6cff498a3c953ca684dd48bef1b9acc6b7f2abd4279ca876"),
				(bytes) -> digest("SHA3-224", bytes));
	}

	private static Transform sha3With256Bits() {
		return DigestForm.of(Transform.named("sha3-256", Kind.BYTES, Kind.TEXT)
			.synonyms("sha3", "sha-3")
			.describedAs("Computes the SHA3-256 digest (FIPS 202), as 64 hexadecimal digits or in base64.")
			.example("sha3-256", "here is my poem", "6aea9f89da19e199922a24b3461d457431d1b0ddd7be25de0693c708eefa5d6f"),
				(bytes) -> digest("SHA3-256", bytes));
	}

	private static Transform sha3With384Bits() {
		return DigestForm.of(
				Transform.named("sha3-384", Kind.BYTES, Kind.TEXT)
					.describedAs("Computes the SHA3-384 digest (FIPS 202), as 96 hexadecimal digits or in base64.")
					.example("sha3-384", "here is my poem",
							"e96b954177fd665cf985e0b51fea27e42c64ee29311527408"
									+ "ac35d28162f4b11d3c9e507545f5ab78e3f6d90fea279b5"),
				(bytes) -> digest("SHA3-384", bytes));
	}

	private static Transform sha3With512Bits() {
		return DigestForm.of(
				Transform.named("sha3-512", Kind.BYTES, Kind.TEXT)
					.describedAs("Computes the SHA3-512 digest (FIPS 202), as 128 hexadecimal digits or in base64.")
					.example("sha3-512", "here is my poem",
							"60dfbfa5dfa2902f69beee050fb998f9e328f48e4f4afb39ceb00ccd1056a94f"
									+ "c0b28bd4368c8d61718b1924a46264473f9c4fc087f58fd76f523c9408262063"),
				(bytes) -> digest("SHA3-512", bytes));
	}

	private static Transform keccak256() {
		return DigestForm.of(Transform.named("keccak-256", Kind.BYTES, Kind.TEXT)
			.synonyms("keccak", "keccak256", "ethereum-hash")
			.describedAs("Computes the Keccak-256 digest, as 64 hexadecimal digits or in base64. It is the digest "
					+ "of Ethereum, and differs from SHA3-256 in its padding.")
			.example("keccak-256", "here is my poem",
					"572092fb34505f714962fa926cd53cfef265b2a5ae67588e4e3385b417cd1d08"),
				(bytes) -> BouncyCastle.keccak256(bytes));
	}

	private static Transform blake2bWith256Bits() {
		return DigestForm.of(Transform.named("blake2b-256", Kind.BYTES, Kind.TEXT)
			.synonyms("b2sum-256")
			.describedAs("Computes the BLAKE2b digest of 256 bits (RFC 7693), as 64 hexadecimal digits or in base64.")
			.example("blake2b-256", "here is my poem",
					"bee29da0e48288420479a1e5674177543e5e57240cc702ba50f59a842e5e1ee3"),
				(bytes) -> BouncyCastle.blake2bWith256Bits(bytes));
	}

	private static Transform blake2bWith512Bits() {
		return DigestForm.of(Transform.named("blake2b-512", Kind.BYTES, Kind.TEXT)
			.synonyms("b2sum", "blake2", "blake2b")
			.describedAs("Computes the BLAKE2b digest of 512 bits (RFC 7693), as 128 hexadecimal digits or in base64.")
			.example("blake2b-512", "here is my poem",
					"714144411c01851d1d97cf67c3fdab4b3134023552279a0d067e027c2585ebb2"
							+ "0bbd0ab7ff7c1da7208a049509265288113ab2d3fcd2e2e360adcb91ea4e5706"),
				(bytes) -> BouncyCastle.blake2bWith512Bits(bytes));
	}

	private static Transform blake2s() {
		return DigestForm.of(Transform.named("blake2s-256", Kind.BYTES, Kind.TEXT)
			.synonyms("blake2s")
			.describedAs("Computes the BLAKE2s digest of 256 bits (RFC 7693), as 64 hexadecimal digits or in base64.")
			.example("blake2s-256", "here is my poem",
					"bb046c9a6124771ce9c180779c7f504e4faa7203bb434840b9be65901bf73726"),
				(bytes) -> BouncyCastle.blake2s(bytes));
	}

	private static Transform blake3() {
		return DigestForm.of(Transform.named("blake3", Kind.BYTES, Kind.TEXT)
			.synonyms("b3sum", "blake-3")
			.describedAs("Computes the BLAKE3 digest of 256 bits, as 64 hexadecimal digits or in base64.")
			.example("blake3", "here is my poem", "0e33b3f2e258f9cbf46dfd99276594420d92c5deabab461a311a90648604310c"),
				Blake3::hash);
	}

	private static Transform ripemd160() {
		return DigestForm.of(
				Transform.named("ripemd160", Kind.BYTES, Kind.TEXT)
					.synonyms("ripemd", "ripemd-160", "rmd160")
					.describedAs(
							"Computes the RIPEMD-160 digest (ISO/IEC 10118-3), as 40 hexadecimal digits or in base64.")
					.example("ripemd160", "here is my poem", "7d363fc6fc35b6ebc4b5895a4d4101361f2583bc"),
				(bytes) -> BouncyCastle.ripemd160(bytes));
	}

	private static byte[] digest(String algorithm, byte[] bytes) {
		return DigestUtils.getDigest(algorithm).digest(bytes);
	}

}
