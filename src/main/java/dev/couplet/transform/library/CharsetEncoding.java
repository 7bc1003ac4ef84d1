package dev.couplet.transform.library;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.ValueRefusedException;

/**
 * Encodes texts in a charset.
 *
 * @param charset the charset
 */
record CharsetEncoding(Charset charset) implements TransformFunction<String, byte[]> {

	private static final String ASCII = IntStream.range(0, 0x80)
		.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
		.toString();

	private static final int MAX_BUFFER_SIZE = 8192;

	private static final int MIN_BUFFER_SIZE = 32;

	// the first use of some charsets loads tables for a tenth of a second
	private static final Set<Charset> USED = ConcurrentHashMap.newKeySet();

	@Override
	public boolean isWarm() {
		return USED.contains(this.charset);
	}

	@Override
	public byte[] apply(String text, SizeLimit limit) {
		CharsetEncoder encoder = this.charset.newEncoder();
		CharBuffer input = CharBuffer.wrap(text);
		LimitedBytes result = new LimitedBytes(limit);
		ByteBuffer piece = ByteBuffer.allocate(Math.min(MAX_BUFFER_SIZE, MIN_BUFFER_SIZE + text.length()));
		CoderResult state = CoderResult.OVERFLOW;
		while (state.isOverflow()) {
			state = encoder.encode(input, piece, true);
			result.write(piece.array(), 0, piece.position());
			piece.clear();
		}
		if (state.isError()) {
			throw new ValueRefusedException("the charset %s does not have the text's character %s%s".formatted(
					this.charset.name(), text.codePointCount(0, input.position()) + 1,
					this.charset.newEncoder().canEncode(ASCII) ? "; put to-ascii first" : ""));
		}
		encoder.flush(piece);
		result.write(piece.array(), 0, piece.position());
		USED.add(this.charset);
		return result.toByteArray();
	}

}
