package dev.couplet.transform.library;

import java.nio.charset.Charset;
import java.util.List;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Kind;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Texts in other charsets than UTF-8.
 */
class CharsetTransforms implements TransformLibrary {

	private static final int MAX_NAME_LENGTH = 40;

	@Override
	public List<Transform> transforms() {
		return List.of(encode(), decode(), detect(), fixMojibake());
	}

	private static Transform encode() {
		Parameter<String> name = Parameter.text("name", 1, MAX_NAME_LENGTH);
		return Transform.named("charset-encode", Kind.TEXT, Kind.BYTES)
			.synonyms("encode", "to-charset", "iconv", "text-encode", "convert-charset", "utf8", "latin1", "iso-8859-1")
			.describedAs(
					"Encodes a text in a charset, such as windows-1252, Shift_JIS or UTF-16LE (the names that the JDK has). "
							+ "A character that the charset does not have is refused.")
			.with(name)
			.weighing(150)
			.callCost(3000)
			.example("charset-encode=windows-1252,hex-encode", "café", "636166e9")
			.binding((arguments) -> {
				Charset charset = CharsetNames.find(arguments.get(name));
				if (!charset.canEncode()) {
					throw new BadArgumentException(
							"'name' must be a charset that can encode, such as UTF-8; this one can only decode");
				}
				return new CharsetEncoding(charset);
			});
	}

	private static Transform decode() {
		Parameter<String> name = Parameter.text("name", 1, MAX_NAME_LENGTH);
		return Transform.named("charset-decode", Kind.BYTES, Kind.TEXT)
			.synonyms("decode", "from-charset", "iconv", "text-decode", "convert-charset", "utf8", "latin1",
					"iso-8859-1")
			.describedAs(
					"Decodes a text from a charset, such as windows-1252, Shift_JIS or UTF-16LE (the names that the JDK has). "
							+ "Bytes that mean nothing in the charset are refused.")
			.with(name)
			.callCost(3000)
			.example("hex-decode,charset-decode=windows-1252", "636166e9", "café")
			.binding((arguments) -> new CharsetDecoding(CharsetNames.find(arguments.get(name))));
	}

	private static Transform detect() {
		return Transform.named("charset-detect", Kind.BYTES, Kind.TEXT)
			.synonyms("chardet", "detect-encoding", "guess-charset", "detect-charset")
			.describedAs(
					"Guesses the charset of bytes from the first 65,536 of them, as a JSON array of the candidates that can "
							+ "decode them, with a confidence of up to 100, the most likely first, and a language if it is "
							+ "known. A guess from a few words is often wrong.")
			.weighing(200)
			.callCost(30_000)
			.example("charset-detect", "here is my poem", "[{\"charset\":\"US-ASCII\",\"confidence\":100}]")
			.applyingWithin(new CharsetDetection());
	}

	private static Transform fixMojibake() {
		return Transform.named("fix-mojibake")
			.synonyms("ftfy", "fix-encoding", "fix-text", "demojibake", "broken-characters")
			.describedAs("Mends UTF-8 that was read as windows-1252 or ISO 8859-1, up to ten times over. "
					+ "What can also be correct text is left unchanged.")
			.weighing(400, 50)
			.example("fix-mojibake", "my poÃ¨me â€” cafÃƒÂ©", "my poème — café")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> Mojibake.mend(text)));
	}

}
