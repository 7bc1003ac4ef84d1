package dev.couplet.transform.library;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the charset of bytes.
 */
final class CharsetDetection {

	/**
	 * How many bytes are looked at.
	 */
	static final int MAX_BYTES = 1 << 16;

	private static final int ESCAPE = 0x1B;

	private CharsetDetection() {
	}

	/**
	 * Detects the charset.
	 * @param bytes any bytes
	 * @param limit the maximum size of the result
	 * @return a JSON array of candidates, the most likely first; empty if there are no
	 * bytes
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String detect(byte[] bytes, SizeLimit limit) {
		byte[] start = start(bytes);
		LimitedBuilder json = new LimitedBuilder(limit).append("[");
		if (isAscii(start)) {
			json.append((start.length > 0) ? candidate("US-ASCII", 100, null) : "");
			return json.append("]").toString();
		}
		Set<String> names = new LinkedHashSet<>();
		for (CharsetMatch match : new CharsetDetector().setText(start).detectAll()) {
			String name = name(match.getName());
			if (names.add(name)) {
				json.append((names.size() > 1) ? "," : "")
					.append(candidate(name, match.getConfidence(), match.getLanguage()));
			}
		}
		return json.append("]").toString();
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

	private static String candidate(String charset, int confidence, @Nullable String language) {
		String end = (language != null && !language.isEmpty()) ? ",\"language\":\"" + language + "\"}" : "}";
		return "{\"charset\":\"" + charset + "\",\"confidence\":" + confidence + end;
	}

}
