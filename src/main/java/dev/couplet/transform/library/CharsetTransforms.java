package dev.couplet.transform.library;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Kind;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;

/**
 * Texts in other charsets than UTF-8.
 */
class CharsetTransforms implements TransformLibrary {

	private static final int MAX_NAME_LENGTH = 40;

	private static final int BUFFER_SIZE = 8192;

	@Override
	public List<Transform> transforms() {
		return List.of(encode(), decode());
	}

	private static Transform encode() {
		Parameter<String> name = Parameter.text("name", 1, MAX_NAME_LENGTH);
		return Transform.named("charset-encode", Kind.TEXT, Kind.BYTES)
			.synonyms("encode", "to-charset", "iconv", "text-encode")
			.describedAs("Encodes a text in a charset, such as windows-1252, Shift_JIS or UTF-16LE (IANA's names). "
					+ "A character that the charset does not have is refused.")
			.with(name)
			.example("charset-encode=windows-1252,hex-encode", "café", "636166e9")
			.binding((arguments) -> {
				Charset charset = charset(arguments.get(name));
				if (!charset.canEncode()) {
					throw new BadArgumentException("'name' must be a charset that can encode, which this one cannot");
				}
				return (text, limit) -> encode(text, charset.newEncoder(), limit);
			});
	}

	private static Transform decode() {
		Parameter<String> name = Parameter.text("name", 1, MAX_NAME_LENGTH);
		return Transform.named("charset-decode", Kind.BYTES, Kind.TEXT)
			.synonyms("decode", "from-charset", "iconv", "text-decode")
			.describedAs("Decodes a text from a charset, such as windows-1252, Shift_JIS or UTF-16LE (IANA's names). "
					+ "Bytes that mean nothing in the charset are refused.")
			.with(name)
			.example("hex-decode,charset-decode=windows-1252", "636166e9", "café")
			.binding((arguments) -> {
				Charset charset = charset(arguments.get(name));
				return (bytes, limit) -> decode(bytes, charset.newDecoder(), limit);
			});
	}

	private static Charset charset(String name) {
		try {
			return Charset.forName(name);
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			throw new BadArgumentException("'name' must be a charset, such as windows-1252, ISO-8859-15 or Shift_JIS");
		}
	}

	private static byte[] encode(String text, CharsetEncoder encoder, SizeLimit limit) {
		CharBuffer input = CharBuffer.wrap(text);
		LimitedBytes result = new LimitedBytes(limit);
		ByteBuffer piece = ByteBuffer.allocate(BUFFER_SIZE);
		CoderResult state = CoderResult.OVERFLOW;
		while (state.isOverflow()) {
			state = encoder.encode(input, piece, true);
			result.write(piece.array(), 0, piece.position());
			piece.clear();
		}
		if (state.isError()) {
			throw new ValueRefusedException("the charset %s does not have the character at position %d"
				.formatted(encoder.charset().name(), text.codePointCount(0, input.position()) + 1));
		}
		encoder.flush(piece);
		result.write(piece.array(), 0, piece.position());
		return result.toByteArray();
	}

	private static String decode(byte[] bytes, CharsetDecoder decoder, SizeLimit limit) {
		ByteBuffer input = ByteBuffer.wrap(bytes);
		StringBuilder result = new StringBuilder(bytes.length);
		CharBuffer piece = CharBuffer.allocate(BUFFER_SIZE);
		CoderResult state = CoderResult.OVERFLOW;
		while (state.isOverflow()) {
			state = decoder.decode(input, piece, true);
			result.append(piece.flip());
			piece.clear();
			limit.check(result.length());
		}
		decoder.flush(piece);
		String text = result.append(piece.flip()).toString();
		if (state.isError() || !Utf8.isWellFormed(text)) {
			throw new ValueRefusedException("the bytes are not text in the charset %s: see byte %d"
				.formatted(decoder.charset().name(), input.position() + 1));
		}
		return text;
	}

}
