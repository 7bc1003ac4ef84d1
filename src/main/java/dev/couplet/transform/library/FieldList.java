package dev.couplet.transform.library;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Parameter;

/**
 * The numbers of fields, written as in cut(1): {@code 1,3-5}, {@code 4-} or {@code -2}.
 */
final class FieldList {

	static final int MAX_LENGTH = 100;

	private static final int MAX_DELIMITER_LENGTH = 10;

	private static final String TAB = "tab";

	private static final Pattern RANGE = Pattern.compile("(?<first>[0-9]{0,6})(?<to>-?)(?<last>[0-9]{0,6})");

	// the last field of a range by its first one; ranges do not overlap
	private final TreeMap<Integer, Integer> ranges = new TreeMap<>();

	private FieldList() {
	}

	/**
	 * Reads a list.
	 * @param list numbers and ranges, separated by commas
	 * @return the list
	 * @throws BadArgumentException if it is not one
	 */
	static FieldList parse(String list) {
		FieldList fields = new FieldList();
		int start = 0;
		for (String range : list.split(",", -1)) {
			if (!fields.add(RANGE.matcher(range))) {
				throw malformed(list.codePointCount(0, start) + 1);
			}
			start += range.length() + 1;
		}
		return fields;
	}

	static Parameter<String> delimiter() {
		return Parameter.text("delimiter", 1, MAX_DELIMITER_LENGTH, TAB);
	}

	/**
	 * Returns what separates fields.
	 * @param delimiter a delimiter
	 * @return a tab for {@code tab}, otherwise the delimiter
	 */
	static String separator(String delimiter) {
		return delimiter.equals(TAB) ? "\t" : delimiter;
	}

	private boolean add(Matcher range) {
		if (!range.matches()) {
			return false;
		}
		String first = range.group("first");
		String last = range.group("last");
		boolean single = range.group("to").isEmpty();
		if ((single && !last.isEmpty()) || (first.isEmpty() && last.isEmpty())) {
			return false;
		}
		int from = first.isEmpty() ? 1 : Integer.parseInt(first);
		int end = last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last);
		return merge(from, single ? from : end);
	}

	private boolean merge(int first, int last) {
		if (first < 1 || last < first) {
			return false;
		}
		int from = first;
		int to = last;
		Map.Entry<Integer, Integer> before = this.ranges.floorEntry(to);
		while (before != null && before.getValue() >= from) {
			from = Math.min(from, before.getKey());
			to = Math.max(to, before.getValue());
			this.ranges.remove(before.getKey());
			before = this.ranges.floorEntry(to);
		}
		this.ranges.put(from, to);
		return true;
	}

	boolean contains(int number) {
		Map.Entry<Integer, Integer> range = this.ranges.floorEntry(number);
		return range != null && number <= range.getValue();
	}

	private static BadArgumentException malformed(int position) {
		return new BadArgumentException("'fields' must be numbers from 1 and ranges, such as 2, 3-5, 4- or -2, "
				+ "with commas between them, written %2C; see its character " + position);
	}

}
