package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * The lines of a text. A line ends with LF or CRLF, and with no other character. Each
 * line keeps its own line break. A line that has none gets the first one of the text
 * where another line follows it.
 *
 * @param mark the byte order mark before the first line, or the empty text
 * @param all the lines; none for the empty text
 * @param end the first line break of the text, or LF if there is none
 * @param ended whether the last line ends with a line break
 */
record Lines(String mark, List<Line> all, String end, boolean ended) {

	static Lines of(String text) {
		String mark = ByteOrderMark.of(text);
		List<Line> lines = new ArrayList<>();
		int start = mark.length();
		for (int feed = text.indexOf('\n', start); feed >= 0; feed = text.indexOf('\n', start)) {
			boolean returned = feed > start && text.charAt(feed - 1) == '\r';
			lines.add(new Line(text.substring(start, returned ? feed - 1 : feed), returned ? "\r\n" : "\n"));
			start = feed + 1;
		}
		String end = lines.isEmpty() ? "\n" : lines.getFirst().end();
		boolean ended = start == text.length();
		if (!ended) {
			lines.add(new Line(text.substring(start), ""));
		}
		return new Lines(mark, lines, end, ended);
	}

	/**
	 * Creates a function that changes the list of lines.
	 * @param change returns the new lines
	 * @return the function, which keeps to the limit
	 */
	static TransformFunction<String, String> changing(UnaryOperator<List<Line>> change) {
		return (text, limit) -> {
			Lines lines = of(text);
			return lines.with(change.apply(lines.all())).join(limit);
		};
	}

	/**
	 * Creates a function that changes each line.
	 * @param change returns the new line
	 * @return the function, which keeps to the limit
	 */
	static TransformFunction<String, String> mapping(UnaryOperator<String> change) {
		return changing((lines) -> lines.stream().map((line) -> line.with(change.apply(line.text()))).toList());
	}

	/**
	 * Returns the lines without their line breaks.
	 * @return the lines as texts
	 */
	List<String> lines() {
		return this.all.stream().map(Line::text).toList();
	}

	int count() {
		return this.all.size();
	}

	/**
	 * Returns other lines at the place of these.
	 * @param others the lines
	 * @return the new lines
	 */
	Lines with(List<Line> others) {
		return new Lines(this.mark, others, this.end, this.ended);
	}

	/**
	 * Returns other texts with the line breaks of these lines.
	 * @param texts as many texts as there are lines
	 * @return the new lines
	 */
	Lines withTexts(List<String> texts) {
		List<Line> others = new ArrayList<>(texts.size());
		for (int i = 0; i < texts.size(); i++) {
			others.add(this.all.get(i).with(texts.get(i)));
		}
		return with(others);
	}

	/**
	 * Returns the size of the text that {@link #join(SizeLimit)} would build.
	 * @return the size in bytes of UTF-8
	 */
	long size() {
		long size = Utf8.size(this.mark) + last().length();
		for (int i = 0; i < this.all.size(); i++) {
			size += Utf8.size(this.all.get(i).text()) + between(i).length();
		}
		return size;
	}

	/**
	 * Joins the lines, with their line breaks.
	 * @param limit the maximum size of the text
	 * @return the text
	 * @throws ValueTooLargeException if the text would exceed the limit
	 */
	String join(SizeLimit limit) {
		limit.check(size());
		StringBuilder text = new StringBuilder(this.mark);
		for (int i = 0; i < this.all.size(); i++) {
			text.append(this.all.get(i).text()).append(between(i));
		}
		return text.append(last()).toString();
	}

	/**
	 * Joins the lines with a separator. A line break at the end of the text is kept.
	 * @param separator any text
	 * @param limit the maximum size of the text
	 * @return the text
	 * @throws ValueTooLargeException if the text would exceed the limit
	 */
	String join(String separator, SizeLimit limit) {
		long size = Utf8.size(this.mark) + Math.max(0, count() - 1L) * Utf8.size(separator) + last().length();
		for (Line line : this.all) {
			size += Utf8.size(line.text());
		}
		limit.check(size);
		StringBuilder text = new StringBuilder(this.mark);
		for (int i = 0; i < this.all.size(); i++) {
			text.append((i > 0) ? separator : "").append(this.all.get(i).text());
		}
		return text.append(last()).toString();
	}

	private String between(int index) {
		return (index < this.all.size() - 1) ? endOf(this.all.get(index)) : "";
	}

	private String last() {
		if (this.all.isEmpty()) {
			return "";
		}
		// otherwise an empty last line would be lost
		Line last = this.all.getLast();
		return (this.ended || last.text().isEmpty()) ? endOf(last) : "";
	}

	private String endOf(Line line) {
		if (!line.end().isEmpty()) {
			return line.end();
		}
		// before LF alone, a carriage return would become part of the line break
		return line.text().endsWith("\r") ? "\r\n" : this.end;
	}

}
