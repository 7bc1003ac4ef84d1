package dev.couplet.transform.guess;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

/**
 * The charsets that bytes can be a text in, other than UTF-8, as ICU detects them.
 */
final class Charsets {

	private static final String LATIN = "windows-1252";

	private static final Charset WINDOWS_1252 = Charset.forName(LATIN);

	private static final String PUNCTUATION = " ,.!?'\u2019-\n";

	private static final int SAMPLE = 4096;

	// in fewer bytes, almost anything can be a word in some charset: only the usual one
	// is tried
	private static final int MIN_SIZE = 12;

	private static final int MIN_LATIN_SIZE = 4;

	private static final int MIN_CONFIDENCE = 15;

	private static final int MOST = 5;

	private Charsets() {
	}

	/**
	 * Detects charsets.
	 * @param candidate bytes that are not UTF-8, or contain zero bytes
	 * @return the names, the most probable first
	 */
	static List<String> detect(Candidate candidate) {
		byte[] bytes = candidate.head(SAMPLE);
		if (isMark(bytes)) {
			return List.of("UTF-16");
		}
		String wide = wide(bytes);
		if (!wide.isEmpty()) {
			return List.of(wide);
		}
		if (candidate.isText()) {
			return List.of();
		}
		return (bytes.length < MIN_SIZE) ? detectLatin(bytes) : detectNarrow(bytes);
	}

	private static boolean isMark(byte[] bytes) {
		return bytes.length > 2 && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
				|| (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
	}

	// texts in Latin letters: every second byte is 0
	private static String wide(byte[] bytes) {
		int[] zeros = new int[2];
		for (int i = 0; i < bytes.length; i++) {
			zeros[i % 2] += (bytes[i] == 0) ? 1 : 0;
		}
		int pairs = bytes.length / 2;
		if (pairs < 2 || bytes.length % 2 != 0 || zeros[0] + zeros[1] < pairs / 2) {
			return "";
		}
		return (zeros[0] > 4 * zeros[1]) ? "UTF-16BE" : (zeros[1] > 4 * zeros[0]) ? "UTF-16LE" : "";
	}

	private static List<String> detectLatin(byte[] bytes) {
		return (bytes.length >= MIN_LATIN_SIZE && isLatin(new String(bytes, WINDOWS_1252))) ? List.of(LATIN)
				: List.of();
	}

	// words in which at least three of five letters are ASCII
	private static boolean isLatin(String text) {
		long letters = text.chars().filter(Character::isLetter).count();
		long ascii = text.chars().filter((unit) -> unit < 128 && Character.isLetter(unit)).count();
		long others = text.chars().filter((unit) -> PUNCTUATION.indexOf(unit) >= 0).count();
		return letters + others == text.length() && 5 * ascii >= 3 * letters;
	}

	private static List<String> detectNarrow(byte[] bytes) {
		List<String> names = new ArrayList<>();
		Stream.of(new CharsetDetector().setText(bytes).detectAll())
			.filter((match) -> match.getConfidence() >= MIN_CONFIDENCE && !match.getName().startsWith("UTF-"))
			.map(Charsets::name)
			.distinct()
			.limit(MOST)
			.forEach(names::add);
		return names;
	}

	// what is called ISO 8859-1 usually is windows-1252, which has more characters
	private static String name(CharsetMatch match) {
		return match.getName().equals("ISO-8859-1") ? LATIN : match.getName();
	}

}
