package dev.couplet.transform.library;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;

/**
 * Decodes texts from a charset.
 *
 * @param charset the charset
 */
record CharsetDecoding(Charset charset) implements TransformFunction<byte[], String> {

	private static final int MAX_BUFFER_SIZE = 8192;

	private static final int MIN_BUFFER_SIZE = 32;

	// the first use of some charsets loads tables for a tenth of a second
	private static final Set<Charset> USED = ConcurrentHashMap.newKeySet();

	@Override
	public boolean isWarm() {
		return USED.contains(this.charset);
	}

	@Override
	public String apply(byte[] bytes, SizeLimit limit) {
		CharsetDecoder decoder = this.charset.newDecoder();
		ByteBuffer input = ByteBuffer.wrap(bytes);
		StringBuilder result = new StringBuilder(bytes.length);
		CharBuffer piece = CharBuffer.allocate(Math.min(MAX_BUFFER_SIZE, MIN_BUFFER_SIZE + bytes.length));
		CoderResult state = CoderResult.OVERFLOW;
		while (state.isOverflow()) {
			state = decoder.decode(input, piece, true);
			result.append(piece.flip());
			piece.clear();
			limit.check(result.length());
		}
		decoder.flush(piece);
		String text = result.append(piece.flip()).toString();
		if (!state.isError() && !Utf8.isWellFormed(text)) {
			throw new ValueRefusedException(
					"the bytes are not text in the charset %s: an unpaired surrogate".formatted(this.charset.name()));
		}
		if (state.isError()) {
			throw new ValueRefusedException("the bytes are not text in the charset %s: see byte %d"
				.formatted(this.charset.name(), input.position() + 1));
		}
		USED.add(this.charset);
		return text;
	}

}
