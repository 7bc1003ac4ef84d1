package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.Utf8;

/**
 * A text as lines. A line ends with LF or CRLF; no other character ends one.
 *
 * @param lines the lines, without their ends. The empty text has none
 * @param end the line end of the whole text: the first one found, LF where there is none
 * @param ended whether the last line has an end
 */
record Lines(List<String> lines, String end, boolean ended) {

	static Lines of(String text) {
		List<String> lines = new ArrayList<>();
		String end = "\n";
		int start = 0;
		for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
			boolean returned = feed > start && text.charAt(feed - 1) == '\r';
			if (lines.isEmpty()) {
				end = returned ? "\r\n" : "\n";
			}
			lines.add(text.substring(start, returned ? feed - 1 : feed));
			start = feed + 1;
		}
		boolean ended = start == text.length();
		if (!ended) {
			lines.add(text.substring(start));
		}
		return new Lines(lines, end, ended);
	}

	/**
	 * Other lines, ended as these are.
	 * @param others the lines
	 * @return those lines in place of these
	 */
	Lines with(List<String> others) {
		return new Lines(others, this.end, this.ended);
	}

	/**
	 * Counts the bytes of the text that {@link #join(SizeLimit)} would make.
	 * @return bytes of UTF-8
	 */
	long size() {
		return size(this.end);
	}

	/**
	 * Makes a text of the lines, each ended in the same way.
	 * @param limit what the text may come to
	 * @return the text
	 * @throws TextTooLargeException where the text would be over the limit
	 */
	String join(SizeLimit limit) {
		return join(this.end, limit);
	}

	/**
	 * Makes a text of the lines, with a separator between them in place of their ends.
	 * What follows the last one stays.
	 * @param separator any text
	 * @param limit what the text may come to
	 * @return the text
	 * @throws TextTooLargeException where the text would be over the limit
	 */
	String join(String separator, SizeLimit limit) {
		limit.check(size(separator));
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.lines.size(); i++) {
			text.append((i > 0) ? separator : "").append(this.lines.get(i));
		}
		return text.append(last()).toString();
	}

	private long size(String separator) {
		long size = Math.max(0, this.lines.size() - 1L) * Utf8.size(separator) + Utf8.size(last());
		for (String line : this.lines) {
			size += Utf8.size(line);
		}
		return size;
	}

	private String last() {
		if (this.lines.isEmpty()) {
			return "";
		}
		// an empty last line without an end would be no line at all
		return (this.ended || this.lines.getLast().isEmpty()) ? this.end : "";
	}

}
