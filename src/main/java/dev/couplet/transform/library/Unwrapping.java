package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Joins the lines of paragraphs.
 */
final class Unwrapping {

	private Unwrapping() {
	}

	static List<Line> unwrap(List<Line> lines) {
		List<Line> unwrapped = new ArrayList<>();
		List<Line> paragraph = new ArrayList<>();
		for (Line line : lines) {
			if (line.isBlank()) {
				finish(paragraph, unwrapped);
				unwrapped.add(line);
			}
			else {
				paragraph.add(line);
			}
		}
		finish(paragraph, unwrapped);
		return unwrapped;
	}

	private static void finish(List<Line> paragraph, List<Line> unwrapped) {
		if (paragraph.size() == 1) {
			unwrapped.add(paragraph.getFirst());
		}
		else if (!paragraph.isEmpty()) {
			StringJoiner joined = new StringJoiner(" ");
			paragraph.forEach((line) -> joined.add(WhiteSpace.trim(line.text())));
			unwrapped.add(paragraph.getLast().with(joined.toString()));
		}
		paragraph.clear();
	}

}
