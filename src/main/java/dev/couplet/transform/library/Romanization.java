package dev.couplet.transform.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.Transliterator.Position;
import com.ibm.icu.text.UnicodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A copy of one of ICU's transliterators. ICU holds a lock on the rules of a script while
 * it applies them; nobody else waits for that of a copy. Used by one thread at a time.
 */
final class Romanization {

	private final @Nullable UnicodeFilter filter;

	private final List<Step> steps;

	private Romanization(@Nullable UnicodeFilter filter, List<Step> steps) {
		this.filter = filter;
		this.steps = steps;
	}

	/**
	 * Creates a copy.
	 * @param original a transliterator of ICU
	 * @return the copy
	 */
	static Romanization copyOf(Transliterator original) {
		return new Romanization(original.getFilter(),
				Arrays.stream(original.getElements()).flatMap((element) -> steps(element).stream()).toList());
	}

	// ICU returns the transliterator itself where it has no parts
	@SuppressWarnings("ReferenceEquality")
	private static List<Step> steps(Transliterator element) {
		if (element.getElements()[0] != element) {
			return List.of(copyOf(element)::apply);
		}
		String rules = element.toRules(true);
		if (!rules.startsWith("::")) {
			Transliterator copy = Transliterator.createFromRules(element.getID(), rules, Transliterator.FORWARD);
			copy.setFilter(element.getFilter());
			return List.of(copy::finishTransliteration);
		}
		String id = element.getID().split("\\(", 2)[0].toLowerCase(Locale.ROOT);
		if (id.isEmpty() || element.getFilter() != null) {
			return id.isEmpty() ? List.of() : List.of(element::finishTransliteration);
		}
		return List.of(builtIn(id, element));
	}

	private static Step builtIn(String id, Transliterator element) {
		return switch (id) {
			case "nfc" -> normalization(Normalization.NFC);
			case "nfd" -> normalization(Normalization.NFD);
			case "nfkc" -> normalization(Normalization.NFKC);
			case "nfkd" -> normalization(Normalization.NFKD);
			case "any-breakinternal" -> new WordBreaks()::insertSpaces;
			default -> element::finishTransliteration;
		};
	}

	private static Step normalization(Normalization form) {
		return (text, position) -> {
			String before = text.substring(position.start, position.limit);
			String after = form.apply(before, text.limit());
			if (!after.equals(before)) {
				text.replace(position.start, position.limit, after);
				position.contextLimit += after.length() - before.length();
				position.limit += after.length() - before.length();
			}
			position.start = position.limit;
		};
	}

	/**
	 * Transliterates a part of a text, or the runs in it that pass the filter.
	 * @param text the text to edit
	 * @param position the part; its limits move with the edits
	 */
	void apply(EditableText text, Position position) {
		if (this.filter == null) {
			applySteps(text, position);
			return;
		}
		int limit = position.limit;
		while (true) {
			position.start = skip(text, position.start, limit, false);
			position.limit = skip(text, position.start, limit, true);
			if (position.start == position.limit) {
				position.limit = limit;
				return;
			}
			int before = position.limit;
			applySteps(text, position);
			limit += position.limit - before;
			position.start = position.limit;
		}
	}

	private int skip(EditableText text, int from, int limit, boolean inside) {
		int index = from;
		while (index < limit) {
			int character = text.char32At(index);
			if (this.filter != null && this.filter.contains(character) != inside) {
				return index;
			}
			index += Character.charCount(character);
		}
		return index;
	}

	private void applySteps(EditableText text, Position position) {
		int start = position.start;
		for (Step step : this.steps) {
			position.start = start;
			if (start < position.limit) {
				step.apply(text, position);
			}
		}
		position.start = position.limit;
	}

	/**
	 * A step.
	 */
	@FunctionalInterface
	private interface Step {

		void apply(EditableText text, Position position);

	}

}
