package dev.couplet.transform.library;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the charset of bytes, never on an event loop: each candidate is tried, and the
 * tables of one can take a tenth of a second to load.
 */
final class CharsetDetection implements TransformFunction<byte[], String> {

	/**
	 * How many bytes are looked at.
	 */
	static final int MAX_BYTES = 1 << 16;

	private static final int ESCAPE = 0x1B;

	// what ICU gives to a charset of which it only knows that it is possible
	private static final int UNLIKELY = 10;

	// for a text that is too short to tell
	private static final Candidate COMMON = new Candidate("windows-1252", UNLIKELY, null);

	@Override
	public boolean isWarm() {
		return false;
	}

	/**
	 * Detects the charset.
	 * @param bytes any bytes
	 * @param limit the maximum size of the result
	 * @return a JSON array of candidates that can decode the bytes, the most likely
	 * first; empty if there are no bytes
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	@Override
	public String apply(byte[] bytes, SizeLimit limit) {
		String json = candidates(bytes).stream().map(Candidate::toJson).collect(Collectors.joining(",", "[", "]"));
		limit.check(json);
		return json;
	}

	private static List<Candidate> candidates(byte[] bytes) {
		byte[] start = start(bytes);
		if (isAscii(start)) {
			return (start.length > 0) ? List.of(new Candidate("US-ASCII", 100, null)) : List.of();
		}
		boolean whole = start.length == bytes.length;
		Set<String> names = new HashSet<>();
		List<Candidate> candidates = Stream.of(new CharsetDetector().setText(start).detectAll())
			.map(Candidate::of)
			.filter((candidate) -> names.add(candidate.charset()) && candidate.decodes(start, whole))
			.collect(Collectors.toCollection(ArrayList::new));
		boolean likely = candidates.stream().anyMatch((candidate) -> candidate.confidence() > UNLIKELY);
		if (!likely && !names.contains(COMMON.charset()) && COMMON.decodes(start, whole)) {
			candidates.addFirst(COMMON);
		}
		return candidates;
	}

	// not with a part of a UTF-8 sequence at the end
	private static byte[] start(byte[] bytes) {
		if (bytes.length <= MAX_BYTES) {
			return bytes;
		}
		int end = MAX_BYTES;
		while (end > MAX_BYTES - 3 && (bytes[end] & 0xC0) == 0x80) {
			end--;
		}
		return Arrays.copyOf(bytes, end);
	}

	// not of UTF-16, and without a change of the charset as in ISO 2022
	private static boolean isAscii(byte[] bytes) {
		for (byte octet : bytes) {
			if (octet <= 0 || octet == ESCAPE) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Returns the name that charset-decode knows.
	 * @param detected a name of ICU, which can end with the order of letters on a screen
	 * @return the name of a charset
	 */
	static String name(String detected) {
		return detected.replaceFirst("_(?:rtl|ltr)$|-I$", "");
	}

	private record Candidate(String charset, int confidence, @Nullable String language) {

		static Candidate of(CharsetMatch match) {
			return new Candidate(name(match.getName()), match.getConfidence(), match.getLanguage());
		}

		// as charset-decode does; the last character of bytes that are not the whole
		// value
		// can be incomplete
		boolean decodes(byte[] bytes, boolean whole) {
			CharsetDecoder decoder = Charset.forName(this.charset).newDecoder();
			CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.length * decoder.maxCharsPerByte()));
			return decoder.decode(ByteBuffer.wrap(bytes), text, whole).isUnderflow()
					&& Utf8.isWellFormed(text.flip().toString());
		}

		String toJson() {
			String end = (this.language != null && !this.language.isEmpty())
					? ",\"language\":\"" + this.language + "\"}" : "}";
			return "{\"charset\":\"" + this.charset + "\",\"confidence\":" + this.confidence + end;
		}

	}

}
