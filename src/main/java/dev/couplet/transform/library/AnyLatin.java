package dev.couplet.transform.library;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;

/**
 * ICU's Any-Latin transliterator, except that ideographs are read from a table. A text is
 * split into runs of one script, each with the common characters around it, and each run
 * is transliterated with ICU's rules for its script. The rules see the whole text around
 * what they change.
 */
final class AnyLatin {

	private static final UnicodeSet WIDE = new UnicodeSet("[[:Decomposition_Type=Narrow:][:Decomposition_Type=Wide:]]")
		.freeze();

	// the first step of Any-Latin for every run
	private static final Romanization WIDTHS = Romanization
		.of("[[:Decomposition_Type=Narrow:][:Decomposition_Type=Wide:]] NFKD");

	private static final Map<Integer, Optional<Romanization>> ROMANIZATIONS = new ConcurrentHashMap<>();

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
		if (hasWide()) {
			this.end = WIDTHS.apply(this.text, this.start, this.end);
		}
		if (script == UScript.HAN) {
			this.end = Ideographs.read(this.text, this.start, this.end);
		}
		else {
			romanization(script)
				.ifPresent((romanization) -> this.end = romanization.apply(this.text, this.start, this.end));
		}
	}

	private static Optional<Romanization> romanization(int script) {
		Optional<Romanization> known = ROMANIZATIONS.get(script);
		// which can take a lock
		return (known != null) ? known : ROMANIZATIONS.computeIfAbsent(script, AnyLatin::find);
	}

	private static Optional<Romanization> find(int script) {
		String id = UScript.getName(script) + "-Latin";
		boolean available = Collections.list(Transliterator.getAvailableIDs()).contains(id);
		return available ? Optional.of(Romanization.of(id)) : Optional.empty();
	}

	private boolean hasWide() {
		for (int i = this.start; i < this.end; i++) {
			if (WIDE.contains(this.text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Finds the next run. It includes the common characters before and after it, so that
	 * adjacent runs overlap in them.
	 * @return the script of the run, or a common script if it has common characters only
	 */
	private int findNext() {
		this.start = this.end;
		while (this.start > 0) {
			int previous = this.text.codePointBefore(this.start);
			if (!isCommon(UScript.getScript(previous))) {
				break;
			}
			this.start -= Character.charCount(previous);
		}
		int script = UScript.COMMON;
		while (this.end < this.text.length()) {
			int character = this.text.codePointAt(this.end);
			int next = UScript.getScript(character);
			if (isCommon(script)) {
				script = next;
			}
			else if (next != script && !isCommon(next)) {
				break;
			}
			this.end += Character.charCount(character);
		}
		return script;
	}

	private static boolean isCommon(int script) {
		return script == UScript.COMMON || script == UScript.INHERITED;
	}

}
