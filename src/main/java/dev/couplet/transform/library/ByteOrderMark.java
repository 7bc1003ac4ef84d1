package dev.couplet.transform.library;

import java.util.function.UnaryOperator;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.Utf8;

/**
 * The character U+FEFF that a text may begin with. It is no part of the first line or
 * word, and stays at the very front, except in transforms that remove invisible
 * characters, or list them. What is made of the text, such as another format, a number or
 * a statistic, has none.
 */
final class ByteOrderMark {

	private static final String MARK = "\uFEFF";

	private ByteOrderMark() {
	}

	/**
	 * Returns the mark of a text.
	 * @param text any text
	 * @return the mark, or the empty text if there is none
	 */
	static String of(String text) {
		return text.startsWith(MARK) ? MARK : "";
	}

	/**
	 * Returns a text without its mark.
	 * @param text any text
	 * @return the text after the mark
	 */
	static String without(String text) {
		return text.substring(of(text).length());
	}

	/**
	 * Returns a text without marks at its start.
	 * @param text any text
	 * @return the rest of the text
	 */
	static String strip(String text) {
		int start = 0;
		while (text.startsWith(MARK, start)) {
			start++;
		}
		return text.substring(start);
	}

	/**
	 * Creates a function that does not see the mark, and keeps it.
	 * @param function changes the text after the mark
	 * @return the function
	 */
	static TransformFunction<String, String> keptBy(TransformFunction<String, String> function) {
		return (text, limit) -> apply(function, text, limit);
	}

	/**
	 * Creates a function that does not see the mark, and keeps it.
	 * @param function changes the text after the mark, to one that is short
	 * @return the function, which refuses a result that exceeds the limit
	 */
	static TransformFunction<String, String> keptBy(UnaryOperator<String> function) {
		return keptBy((text, limit) -> {
			String result = function.apply(text);
			limit.check(result);
			return result;
		});
	}

	/**
	 * Creates a function that does not see the mark, and has none in its result.
	 * @param function makes something else of the text after the mark
	 * @return the function
	 */
	static TransformFunction<String, String> droppedBy(TransformFunction<String, String> function) {
		return (text, limit) -> function.apply(without(text), limit);
	}

	private static String apply(TransformFunction<String, String> function, String text, SizeLimit limit) {
		String mark = of(text);
		String result = function.apply(without(text), limit);
		if (mark.isEmpty()) {
			return result;
		}
		limit.check(Utf8.size(mark) + Utf8.size(result));
		return mark + result;
	}

}
