package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * The lines of a text. A line ends with LF or CRLF, and with no other character.
 *
 * @param lines the lines, without line breaks; none for the empty text
 * @param end the line break of the whole text: the first one found, or LF if there is
 * none
 * @param ended whether the last line ends with a line break
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
	 * Returns other lines with the line breaks of these.
	 * @param others the lines
	 * @return the new lines
	 */
	Lines with(List<String> others) {
		return new Lines(others, this.end, this.ended);
	}

	/**
	 * Returns the size of the text that {@link #join(SizeLimit)} would build.
	 * @return the size in bytes of UTF-8
	 */
	long size() {
		return size(this.end);
	}

	/**
	 * Joins the lines, with their line breaks.
	 * @param limit the maximum size of the text
	 * @return the text
	 * @throws ValueTooLargeException if the text would exceed the limit
	 */
	String join(SizeLimit limit) {
		return join(this.end, limit);
	}

	/**
	 * Joins the lines with a separator. A line break at the end of the text is kept.
	 * @param separator any text
	 * @param limit the maximum size of the text
	 * @return the text
	 * @throws ValueTooLargeException if the text would exceed the limit
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
		// otherwise an empty last line would be lost
		return (this.ended || this.lines.getLast().isEmpty()) ? this.end : "";
	}

}
