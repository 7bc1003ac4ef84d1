package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Digests in hexadecimal in a text, told by their length.
 */
final class HexDigests {

	private HexDigests() {
	}

	/**
	 * Finds all words that can be a digest.
	 * @param text any text
	 * @return hexadecimal numbers of 128, 160, 224, 256, 384 or 512 bits, in order
	 */
	static List<Span> find(String text) {
		List<Span> digests = new ArrayList<>();
		int start = 0;
		while (start < text.length()) {
			int end = start;
			while (end < text.length() && HexFormat.isHexDigit(text.charAt(end))) {
				end++;
			}
			if (isLength(end - start) && !Span.isWordBefore(text, start) && !Span.isWordAt(text, end)) {
				digests.add(new Span(start, end));
			}
			start = end + 1;
		}
		return digests;
	}

	private static boolean isLength(int digits) {
		return switch (digits) {
			case 32, 40, 56, 64, 96, 128 -> true;
			default -> false;
		};
	}

}
