package dev.couplet.transform.library;

import java.util.Arrays;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Lines in a random order, with the line breaks that {@link Lines} gives them. Only
 * numbers are shuffled: a million {@link Line} objects in random order take several times
 * as long.
 */
final class ShuffledLines {

	private ShuffledLines() {
	}

	/**
	 * Shuffles the lines of a text.
	 * @param text any text
	 * @param seed decides the order, with the number of lines
	 * @param limit the maximum size of the result
	 * @return the text with its lines in another order
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String of(String text, int seed, SizeLimit limit) {
		int mark = ByteOrderMark.of(text).length();
		boolean ended = text.length() == mark || text.endsWith("\n");
		String lines = ended ? text : text + lineBreak(text, mark);
		int[] starts = starts(lines, mark);
		int[] order = CutUp.order(starts.length - 1, seed);
		StringBuilder shuffled = new StringBuilder(lines.length()).append(lines, 0, mark);
		for (int line : order) {
			shuffled.append(lines, starts[line], starts[line + 1]);
		}
		if (!ended) {
			int last = order[order.length - 1];
			int feed = starts[last + 1] - 1;
			int end = (feed > starts[last] && lines.charAt(feed - 1) == '\r') ? feed - 1 : feed;
			// otherwise an empty last line would be lost
			if (end > starts[last]) {
				shuffled.setLength(shuffled.length() - (feed + 1 - end));
			}
		}
		String result = shuffled.toString();
		limit.check(Utf8.size(result));
		return result;
	}

	// for a last line without one
	private static String lineBreak(String text, int mark) {
		int feed = text.indexOf('\n');
		// before LF alone, a carriage return would become part of the line break
		return (text.endsWith("\r") || (feed > mark && text.charAt(feed - 1) == '\r')) ? "\r\n" : "\n";
	}

	// the start of each line, and the end of the text
	private static int[] starts(String text, int mark) {
		int[] starts = new int[16];
		starts[0] = mark;
		int count = 1;
		for (int feed = text.indexOf('\n', mark); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
			starts = (count < starts.length) ? starts : Arrays.copyOf(starts, 2 * count);
			starts[count++] = feed + 1;
		}
		return Arrays.copyOf(starts, count);
	}

}
