package dev.couplet.transform.library;

import java.util.HexFormat;
import java.util.List;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.TransformLibrary;

/**
 * Bytes as numbers, in hexadecimal, binary, octal and decimal, and back. A decoder
 * refuses what is not a number, with the position.
 */
class NumeralTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(hexEncode(), hexDecode(), hexdump(), hexdumpDecode(), binaryEncode(), binaryDecode(),
				octalEncode(), octalDecode(), decimalEncode(), decimalDecode());
	}

	private static Transform hexEncode() {
		Parameter<String> separator = Parameter.choice("separator", "none", "space", "colon", "hyphen", "comma",
				"line");
		Parameter<String> letters = Parameter.choice("case", "lower", "upper");
		return Transform.named("hex-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("to-hex", "hex", "bin2hex", "hexlify", "text-to-hex", "ascii-to-hex")
			.describedAs("Encodes bytes in hexadecimal, as two digits each, with a separator between them: "
					+ "none, a space, colon, hyphen, comma or line break (LF).")
			.with(separator, letters)
			.example("hex-encode=space:upper", "poème", "70 6F C3 A8 6D 65")
			.binding((arguments) -> {
				HexFormat plain = HexFormat.ofDelimiter(delimiter(arguments.get(separator)));
				return encodingHex(arguments.get(letters).equals("upper") ? plain.withUpperCase() : plain);
			});
	}

	private static TransformFunction<byte[], String> encodingHex(HexFormat format) {
		return (bytes, limit) -> {
			limit.check(2L * bytes.length + Math.max(0, bytes.length - 1L) * format.delimiter().length());
			return format.formatHex(bytes);
		};
	}

	private static String delimiter(String separator) {
		return switch (separator) {
			case "space" -> " ";
			case "colon" -> ":";
			case "hyphen" -> "-";
			case "comma" -> ",";
			case "line" -> "\n";
			default -> "";
		};
	}

	private static Transform hexDecode() {
		return Transform.named("hex-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("from-hex", "unhex", "hex2bin", "unhexlify", "hex-to-text", "hex-to-ascii")
			.describedAs(
					"Decodes hexadecimal, in upper or lower case, to bytes. White space, colons, hyphens and commas "
							+ "between bytes are ignored, as are 0x and \\x before a byte.")
			.example("hex-decode", "70:6F:C3:A8:6D:65", "poème")
			.applying(Hexadecimal::decode);
	}

	private static Transform hexdump() {
		return Transform.named("hexdump", Kind.BYTES, Kind.TEXT)
			.synonyms("xxd", "hd", "od", "hex-dump")
			.describedAs("Shows bytes as hexdump -C does: 16 to a line, with their offset, in hexadecimal "
					+ "and as ASCII. The last line is the number of bytes. Repeated lines are shown.")
			.example("hexdump", "A POEM", """
					00000000  41 20 50 4f 45 4d                                 |A POEM|
					00000006
					""")
			.applyingWithin(Hexadecimal::dump);
	}

	private static Transform hexdumpDecode() {
		return Transform.named("hexdump-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("xxd-r", "from-hexdump", "undump", "reverse-hexdump")
			.describedAs("Reads the bytes of a dump as xxd or hexdump -C write it, also repeated lines shown as *. "
					+ "Each offset must be that of the next byte. The characters at the end of a line are ignored.")
			.example("hexdump-decode", "00000000: 706f c3a8 6d65                           po..me\n", "poème")
			.applyingWithin(HexdumpReader::read);
	}

	private static Transform binaryEncode() {
		return Transform.named("binary-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("to-binary", "bin", "text-to-binary")
			.describedAs("Encodes bytes in binary, as eight digits each, with a space between them.")
			.example("binary-encode", "hi", "01101000 01101001")
			.applyingWithin((bytes, limit) -> ByteNumerals.BINARY.encode(bytes, " ", limit));
	}

	private static Transform binaryDecode() {
		return Transform.named("binary-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("from-binary", "bin", "binary-to-text")
			.describedAs("Decodes binary to bytes, of eight digits each. White space, colons, hyphens and commas "
					+ "between bytes are ignored, as is 0b before a byte.")
			.example("binary-decode", "01101000 01101001", "hi")
			.applying((text) -> ByteNumerals.BINARY.decode(text));
	}

	private static Transform octalEncode() {
		return Transform.named("octal-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("to-octal", "oct", "text-to-octal")
			.describedAs("Encodes bytes in octal, as three digits each, with a space between them.")
			.example("octal-encode", "hi", "150 151")
			.applyingWithin((bytes, limit) -> ByteNumerals.OCTAL.encode(bytes, " ", limit));
	}

	private static Transform octalDecode() {
		return Transform.named("octal-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("from-octal", "oct", "octal-to-text")
			.describedAs("Decodes octal to bytes, of three digits each, or fewer where something separates them. White "
					+ "space, colons, hyphens and commas between bytes are ignored, as are \\ and 0o before a byte.")
			.example("octal-decode", "150 151", "hi")
			.applying((text) -> ByteNumerals.OCTAL.decode(text));
	}

	private static Transform decimalEncode() {
		Parameter<String> separator = Parameter.choice("separator", "space", "colon", "hyphen", "comma", "line");
		return Transform.named("decimal-encode", Kind.BYTES, Kind.TEXT)
			.synonyms("to-decimal", "to-charcode", "text-to-decimal")
			.describedAs("Encodes bytes as decimal numbers from 0 to 255, with a separator between them: "
					+ "a space, colon, hyphen, comma or line break (LF).")
			.with(separator)
			.example("decimal-encode", "moon", "109 111 111 110")
			.binding((arguments) -> {
				String between = delimiter(arguments.get(separator));
				return (bytes, limit) -> ByteNumerals.DECIMAL.encode(bytes, between, limit);
			});
	}

	private static Transform decimalDecode() {
		return Transform.named("decimal-decode", Kind.TEXT, Kind.BYTES)
			.synonyms("from-decimal", "from-charcode", "decimal-to-text")
			.describedAs("Decodes decimal numbers from 0 to 255 to bytes. They are separated by white space, colons, "
					+ "hyphens or commas.")
			.example("decimal-decode", "109, 111, 111, 110", "moon")
			.applying((text) -> ByteNumerals.DECIMAL.decode(text));
	}

}
