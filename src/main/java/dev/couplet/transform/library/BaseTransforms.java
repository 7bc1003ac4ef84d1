package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Encodings of bytes in digits of a base other than 64, and back. A decoder refuses what
 * its encoding does not allow, with the position.
 */
class BaseTransforms implements TransformLibrary {

	// the conversion of a number takes more than linear time
	private static final int WEIGHT = 300;

	@Override
	public List<Transform> transforms() {
		return List.of(base32Encode(), base32Decode(), base32HexEncode(), base32HexDecode(), base45Encode(),
				base45Decode(), base58Encode(), base58Decode(), base62Encode(), base62Decode(), ascii85Encode(),
				ascii85Decode(), z85Encode(), z85Decode());
	}

	private static Transform base32Encode() {
		return Transform.named("base32-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("b32", "to-base32", "b32encode")
			.describedAs("Encodes bytes in base32 (RFC 4648, section 6), with padding.")
			.example("base32-encode", "moon", "NVXW63Q=")
			.applyingWithin((bytes, limit) -> Base32.STANDARD.encode(bytes, limit));
	}

	private static Transform base32Decode() {
		return Transform.named("base32-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("b32", "from-base32", "b32decode")
			.describedAs("Decodes base32 (RFC 4648, section 6), in upper or lower case, to bytes. White space and "
					+ "unused bits are ignored, and padding is optional.")
			.example("base32-decode", "NVXW63Q=", "moon")
			.applying((text) -> Base32.STANDARD.decode(text));
	}

	private static Transform base32HexEncode() {
		return Transform.named("base32hex-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("b32hex", "base32-hex", "to-base32hex", "b32hexencode")
			.describedAs("Encodes bytes in base32 with the extended hexadecimal alphabet (RFC 4648, section 7), "
					+ "with padding.")
			.example("base32hex-encode", "moon", "DLNMURG=")
			.applyingWithin((bytes, limit) -> Base32.HEX.encode(bytes, limit));
	}

	private static Transform base32HexDecode() {
		return Transform.named("base32hex-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("b32hex", "base32-hex", "from-base32hex", "b32hexdecode")
			.describedAs("Decodes base32 with the extended hexadecimal alphabet (RFC 4648, section 7), in upper or "
					+ "lower case, to bytes. White space and unused bits are ignored, and padding is optional.")
			.example("base32hex-decode", "DLNMURG=", "moon")
			.applying((text) -> Base32.HEX.decode(text));
	}

	private static Transform base45Encode() {
		return Transform.named("base45-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("b45", "to-base45", "b45encode")
			.describedAs("Encodes bytes in base45 (RFC 9285), for QR codes.")
			.example("base45-encode", "ietf!", "QED8WEX0")
			.applyingWithin(Base45::encode);
	}

	private static Transform base45Decode() {
		return Transform.named("base45-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("b45", "from-base45", "b45decode")
			.describedAs("Decodes base45 (RFC 9285) to bytes. A space is one of its digits. Line breaks at the end "
					+ "are ignored.")
			.example("base45-decode", "QED8WEX0", "ietf!")
			.applying(Base45::decode);
	}

	private static Transform base58Encode() {
		return Transform.named("base58-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("b58", "to-base58", "b58encode", "base58btc")
			.describedAs("Encodes up to 4096 bytes in base58 with the alphabet of Bitcoin, without a checksum.")
			.weighing(WEIGHT)
			.example("base58-encode", "the moon", "LUJUwvdDAXX")
			.applyingWithin((bytes, limit) -> RadixEncoding.BASE58.encode(bytes, limit));
	}

	private static Transform base58Decode() {
		return Transform.named("base58-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("b58", "from-base58", "b58decode", "base58btc")
			.describedAs("Decodes base58 with the alphabet of Bitcoin to up to 4096 bytes. White space is ignored, and "
					+ "a checksum is neither checked nor removed.")
			.weighing(WEIGHT)
			.example("base58-decode", "LUJUwvdDAXX", "the moon")
			.applying((text) -> RadixEncoding.BASE58.decode(text));
	}

	private static Transform base62Encode() {
		return Transform.named("base62-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("b62", "to-base62", "b62encode")
			.describedAs("Encodes up to 4096 bytes in base62, as one number with the digits 0-9, A-Z and a-z. Each "
					+ "zero byte at the start becomes a 0.")
			.weighing(WEIGHT)
			.example("base62-encode", "the moon", "9zdQaviwlKA")
			.applyingWithin((bytes, limit) -> RadixEncoding.BASE62.encode(bytes, limit));
	}

	private static Transform base62Decode() {
		return Transform.named("base62-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("b62", "from-base62", "b62decode")
			.describedAs("Decodes base62, one number with the digits 0-9, A-Z and a-z, to up to 4096 bytes. Each 0 at "
					+ "the start becomes a zero byte, and white space is ignored.")
			.weighing(WEIGHT)
			.example("base62-decode", "9zdQaviwlKA", "the moon")
			.applying((text) -> RadixEncoding.BASE62.decode(text));
	}

	private static Transform ascii85Encode() {
		return Transform.named("ascii85-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("base85", "a85encode", "b85encode", "to-base85", "to-ascii85")
			.describedAs("Encodes bytes in Ascii85 as Adobe does, with z for four zero bytes, on one line and without "
					+ "<~ and ~>.")
			.example("ascii85-encode", "moon", "D/X?1")
			.applyingWithin(Base85::encodeAscii85);
	}

	private static Transform ascii85Decode() {
		return Transform.named("ascii85-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("base85", "a85decode", "b85decode", "from-base85", "from-ascii85")
			.describedAs("Decodes Ascii85 to bytes by the rules of Adobe, also without <~ and ~>. White space is "
					+ "ignored.")
			.example("ascii85-decode", "<~D/X?1~>", "moon")
			.applyingWithin(Base85::decodeAscii85);
	}

	private static Transform z85Encode() {
		return Transform.named("z85-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("zeromq", "base85", "to-z85")
			.describedAs("Encodes bytes in Z85 (ZeroMQ RFC 32). If they are not a multiple of four, they are refused.")
			.example("z85-encode", "moon", "zeTug")
			.applyingWithin(Base85::encodeZ85);
	}

	private static Transform z85Decode() {
		return Transform.named("z85-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("zeromq", "base85", "from-z85")
			.describedAs("Decodes Z85 (ZeroMQ RFC 32) to bytes. White space is ignored. If the digits are not a "
					+ "multiple of five, they are refused.")
			.example("z85-decode", "zeTug", "moon")
			.applyingWithin(Base85::decodeZ85);
	}

}
