package dev.couplet.transform.library;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.couplet.transform.MalformedTextException;
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
		if (state.isError()) {
			throw refusal("byte " + (input.position() + 1), bytes);
		}
		int surrogate = Utf8.unpairedSurrogate(text);
		if (surrogate > 0) {
			throw refusal("the unpaired surrogate that becomes character " + surrogate, bytes);
		}
		USED.add(this.charset);
		return text;
	}

	private ValueRefusedException refusal(String place, byte[] bytes) {
		return new ValueRefusedException("the bytes are not text in the charset %s: see %s%s"
			.formatted(this.charset.name(), place, isUtf8(bytes) ? "; charset-decode=UTF-8 decodes them" : ""));
	}

	private static boolean isUtf8(byte[] bytes) {
		try {
			Utf8.decode(bytes, 0, bytes.length);
			return true;
		}
		catch (MalformedTextException ex) {
			return false;
		}
	}

}
