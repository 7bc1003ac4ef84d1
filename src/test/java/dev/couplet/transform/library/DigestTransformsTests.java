package dev.couplet.transform.library;

import dev.couplet.transform.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DigestTransforms}, with test vectors of the specifications.
 */
class DigestTransformsTests extends LibraryRunner {

	private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

	private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + ALPHABET + "0123456789";

	// RFC 1321, section A.5
	@Test
	void md5MatchesItsSpecification() {
		assertThat(run("md5", "")).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
		assertThat(run("md5", "a")).isEqualTo("0cc175b9c0f1b6a831c399e269772661");
		assertThat(run("md5", "abc")).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
		assertThat(run("md5", "message digest")).isEqualTo("f96b697d7cb7938d525a2f31aaf161d0");
		assertThat(run("md5", ALPHABET)).isEqualTo("c3fcd3d76192e4007dfb496cca67e13b");
		assertThat(run("md5", LETTERS_AND_DIGITS)).isEqualTo("d174ab98d277d9f5a5611c2c9f419d9f");
		assertThat(run("md5", "1234567890".repeat(8))).isEqualTo("57edf4a22be3c955ac49da2e2107b67a");
	}

	// the examples of FIPS 180-4
	@ParameterizedTest
	@CsvSource({ "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
			"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
					+ "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
			"'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" })
	void sha256MatchesItsSpecification(String text, String digest) {
		assertThat(run("sha256", text)).isEqualTo(digest);
	}

	@Test
	void sha512MatchesItsSpecification() {
		assertThat(run("sha512", "abc")).isEqualTo("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
				+ "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
	}

	// the examples of FIPS 180-4 and FIPS 202
	@ParameterizedTest
	@CsvSource({ "sha1, a9993e364706816aba3e25717850c26c9cd0d89d",
			"sha224, 23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
			"sha384, cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
					+ "8086072ba1e7cc2358baeca134c825a7",
			"sha3-224, e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf",
			"sha3-256, 3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
			"sha3-384, ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b2"
					+ "98d88cea927ac7f539f1edf228376d25",
			"sha3-512, b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e"
					+ "10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0" })
	void theDigestsOfNistMatchTheirSpecifications(String name, String digest) {
		assertThat(run(name, "abc")).isEqualTo(digest);
	}

	// as in Ethereum, where the first is the hash of an account without code
	@ParameterizedTest
	@CsvSource({ "'', c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
			"abc, 4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45" })
	void keccakIsNotSha3(String text, String digest) {
		assertThat(run("keccak-256", text)).isEqualTo(digest).isNotEqualTo(run("sha3-256", text));
	}

	// RFC 7693, sections A and B, and Python's hashlib for the other size
	@ParameterizedTest
	@CsvSource({
			"blake2b-512, ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
					+ "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
			"blake2b-256, bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319",
			"blake2s-256, 508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982" })
	void blake2MatchesItsSpecification(String name, String digest) {
		assertThat(run(name, "abc")).isEqualTo(digest);
	}

	// BLAKE3's test vectors, whose bytes count from 0 to 250
	@ParameterizedTest
	@CsvSource({ "0, af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
			"1, 2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213",
			"1024, 42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7",
			"1025, d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444",
			"6145, f1323a8631446cc50536a9f705ee5cb619424d46887f3c376c695b70e0f0507f" })
	void blake3MatchesItsTestVectors(int size, String digest) {
		byte[] bytes = new byte[size];
		for (int i = 0; i < size; i++) {
			bytes[i] = (byte) (i % 251);
		}
		assertThat(run("blake3", Value.of(bytes))).isEqualTo(Value.of(digest));
	}

	// the paper by Dobbertin, Bosselaers and Preneel, appendix B
	@Test
	void ripemd160MatchesItsPaper() {
		assertThat(run("ripemd160", "")).isEqualTo("9c1185a5c5e9fc54612808977ee8f548b2258d31");
		assertThat(run("ripemd160", "a")).isEqualTo("0bdc9d2d256b3ee9daae347be6f4dc835a467ffe");
		assertThat(run("ripemd160", "abc")).isEqualTo("8eb208f7e05d987a9b044a8e98c6b087f15a0bfc");
		assertThat(run("ripemd160", "message digest")).isEqualTo("5d0689ef49d2fae572b881b123a85ffa21595f36");
		assertThat(run("ripemd160", ALPHABET)).isEqualTo("f71c27109c692c1b56bbdceb5b9d2865b3708dbc");
		assertThat(run("ripemd160", LETTERS_AND_DIGITS)).isEqualTo("b0e20b6e3116640286ed3a87a5713079b21f5189");
	}

	@Test
	void aTextIsDigestedAsItsUtf8Bytes() {
		assertThat(run("sha256", "\u00e9"))
			.isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
	}

	@ParameterizedTest
	@CsvSource({ "sha256=base64, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=", "md5=base64, JfnnlDI7RTiF9RgfG2JNCw==",
			"md5=hex, 25f9e794323b453885f5181f1b624d0b" })
	void aDigestHasAForm(String recipe, String digest) {
		assertThat(run(recipe, "123456789")).isEqualTo(digest);
	}

}
