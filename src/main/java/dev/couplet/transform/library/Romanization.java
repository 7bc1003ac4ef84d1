package dev.couplet.transform.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeFilter;
import com.ibm.icu.text.UnicodeSet;

/**
 * The steps of one of ICU's transliterators, for a text of any length and without a lock.
 */
final class Romanization {

	private final List<Step> steps;

	private Romanization(List<Step> steps) {
		this.steps = steps;
	}

	/**
	 * Takes the steps of a transliterator.
	 * @param id its name
	 * @return the romanization
	 */
	static Romanization of(String id) {
		return new Romanization(steps(Transliterator.getInstance(id)));
	}

	// ICU returns the transliterator itself where it has no parts
	@SuppressWarnings("ReferenceEquality")
	private static List<Step> steps(Transliterator transliterator) {
		Transliterator[] elements = transliterator.getElements();
		List<Step> steps = (elements[0] != transliterator)
				? Arrays.stream(elements).flatMap((element) -> steps(element).stream()).toList() : step(transliterator);
		UnicodeFilter filter = transliterator.getFilter();
		return (filter != null)
				? List.of(filtered(new UnicodeSet((UnicodeSet) filter).freeze(), new Romanization(steps))) : steps;
	}

	private static List<Step> step(Transliterator element) {
		String rules = element.toRules(false);
		if (!rules.startsWith("::")) {
			// Bopomofo-Latin starts with rules for Pinyin, which its filter excludes
			return rules.contains(" &") ? List.of() : List.of(new TransliterationRules(rules)::apply);
		}
		String id = element.getID().replaceFirst("^\\[.*\\]", "").replaceFirst("\\(.*", "").toLowerCase(Locale.ROOT);
		return switch (id) {
			case "" -> List.of();
			case "nfc" -> List.of(normalization(Normalization.NFC));
			case "nfd" -> List.of(normalization(Normalization.NFD));
			case "nfkc" -> List.of(normalization(Normalization.NFKC));
			case "nfkd" -> List.of(normalization(Normalization.NFKD));
			case "any-breakinternal" -> List.of(WordBreaks::insertSpaces);
			default -> throw new IllegalStateException(element.getID());
		};
	}

	private static Step normalization(Normalization form) {
		return (text, start, end) -> {
			String before = text.substring(start, end);
			String after = form.apply(before, text.limit());
			if (!after.equals(before)) {
				text.replace(start, end, after);
			}
			return start + after.length();
		};
	}

	private static Step filtered(UnicodeSet filter, Romanization romanization) {
		return (text, start, end) -> {
			int runEnd = start;
			int limit = end;
			while (runEnd < limit) {
				int runStart = skip(text, runEnd, limit, filter, false);
				runEnd = skip(text, runStart, limit, filter, true);
				int newEnd = romanization.apply(text, runStart, runEnd);
				limit += newEnd - runEnd;
				runEnd = newEnd;
			}
			return limit;
		};
	}

	private static int skip(EditableText text, int from, int limit, UnicodeSet filter, boolean inside) {
		int index = from;
		while (index < limit) {
			int character = text.codePointAt(index);
			if (filter.contains(character) != inside) {
				break;
			}
			index += Character.charCount(character);
		}
		return index;
	}

	/**
	 * Transliterates a part of a text.
	 * @param text the text to edit
	 * @param start the start of the part
	 * @param end the end of the part
	 * @return the new end of the part
	 */
	int apply(EditableText text, int start, int end) {
		int limit = end;
		for (Step step : this.steps) {
			if (start < limit) {
				limit = step.apply(text, start, limit);
			}
		}
		return limit;
	}

	/**
	 * A step.
	 */
	@FunctionalInterface
	private interface Step {

		int apply(EditableText text, int start, int end);

	}

}
