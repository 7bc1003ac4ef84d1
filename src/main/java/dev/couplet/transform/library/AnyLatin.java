package dev.couplet.transform.library;

import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.Transliterator.Position;
import com.ibm.icu.text.UnicodeSet;
import org.jspecify.annotations.Nullable;

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

	private static final UnicodeSet WIDE = new UnicodeSet("[[:Decomposition_Type=Narrow:][:Decomposition_Type=Wide:]]")
		.freeze();

	private static final Map<Integer, Pool> POOLS = new ConcurrentHashMap<>();

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
		Position position = new Position(0, this.text.length(), this.start, this.end);
		if (hasWide()) {
			WIDTHS.finishTransliteration(this.text, position);
			position.start = this.start;
		}
		if (script == UScript.HAN) {
			Ideographs.read(this.text, position);
		}
		else {
			POOLS.computeIfAbsent(script, Pool::of).romanize(this.text, position);
		}
		this.end = position.limit;
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

	/**
	 * The romanizations of a script that are not in use. There are never more than
	 * threads that have romanized it at the same time.
	 *
	 * @param id the name of ICU's transliterator, or null if there is none
	 * @param idle those that are not in use
	 */
	private record Pool(@Nullable String id, Queue<Romanization> idle) {

		static Pool of(int script) {
			String id = UScript.getName(script) + "-Latin";
			boolean available = Collections.list(Transliterator.getAvailableIDs()).contains(id);
			return new Pool(available ? id : null, new ConcurrentLinkedQueue<>());
		}

		void romanize(EditableText text, Position position) {
			if (this.id == null) {
				return;
			}
			Romanization taken = this.idle.poll();
			Romanization romanization = (taken != null) ? taken
					: Romanization.copyOf(Transliterator.getInstance(this.id));
			romanization.apply(text, position);
			// not if it has failed
			this.idle.add(romanization);
		}

	}

}
