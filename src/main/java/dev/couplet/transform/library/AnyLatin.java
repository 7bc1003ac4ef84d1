package dev.couplet.transform.library;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.Transliterator.Position;

/**
 * ICU's Any-Latin transliterator, except that ideographs are read from a table. A text is
 * split into runs of one script, each with the common characters around it, and each run
 * is transliterated with ICU's rules for its script. The rules see the whole text around
 * what they change.
 */
final class AnyLatin {

	// the first step of Any-Latin for every run
	private static final Transliterator WIDTHS = Transliterator
		.getInstance("[[:Decomposition_Type=Narrow:][:Decomposition_Type=Wide:]] NFKD");

	private static final int MIN_PART = 1000;

	private static final Map<Integer, Optional<Transliterator>> ROMANIZATIONS = new ConcurrentHashMap<>();

	private final EditableText text;

	private int start;

	private int end;

	private AnyLatin(EditableText text) {
		this.text = text;
	}

	/**
	 * Converts a text to Latin letters.
	 * @param text the text to edit
	 */
	static void romanize(EditableText text) {
		AnyLatin runs = new AnyLatin(text);
		while (runs.end < text.length()) {
			runs.romanizeNext();
		}
	}

	private void romanizeNext() {
		int script = findNext();
		while (this.start < this.end) {
			int part = endOfPart();
			Position position = new Position(0, this.text.length(), this.start, part);
			romanize(script, position);
			this.end += position.limit - part;
			this.start = position.limit;
		}
	}

	// ICU holds a lock for each script during a call, so a long run is transliterated in
	// parts, between which other threads get the lock. No rule matches across a line feed
	private int endOfPart() {
		for (int part = this.start + MIN_PART; part < this.end; part++) {
			if (this.text.charAt(part - 1) == '\n') {
				return part;
			}
		}
		return this.end;
	}

	private void romanize(int script, Position position) {
		int first = position.start;
		WIDTHS.finishTransliteration(this.text, position);
		position.start = first;
		if (script == UScript.HAN) {
			Ideographs.read(this.text, position);
		}
		else {
			ROMANIZATIONS.computeIfAbsent(script, AnyLatin::romanization)
				.ifPresent((romanization) -> romanization.finishTransliteration(this.text, position));
		}
	}

	/**
	 * Finds the next run. It includes the common characters before and after it, so that
	 * adjacent runs overlap in them.
	 * @return the script of the run, or a common script if it has common characters only
	 */
	private int findNext() {
		this.start = this.end;
		while (this.start > 0 && isCommon(UScript.getScript(this.text.char32At(this.start - 1)))) {
			this.start--;
		}
		int script = UScript.COMMON;
		while (this.end < this.text.length()) {
			int next = UScript.getScript(this.text.char32At(this.end));
			if (isCommon(script)) {
				script = next;
			}
			else if (next != script && !isCommon(next)) {
				break;
			}
			this.end++;
		}
		return script;
	}

	private static boolean isCommon(int script) {
		return script == UScript.COMMON || script == UScript.INHERITED;
	}

	private static Optional<Transliterator> romanization(int script) {
		String id = UScript.getName(script) + "-Latin";
		boolean available = Collections.list(Transliterator.getAvailableIDs()).contains(id);
		return available ? Optional.of(Transliterator.getInstance(id)) : Optional.empty();
	}

}
