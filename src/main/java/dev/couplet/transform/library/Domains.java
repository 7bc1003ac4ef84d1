package dev.couplet.transform.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import com.ibm.icu.text.IDNA;

/**
 * Domain names in a text: two or more labels, of which the last is a top-level domain of
 * IANA's list.
 */
final class Domains {

	private static final String FILE = "top-level-domains.txt";

	private static final int MAX_LABEL = 63;

	private static final int MAX_NAME = 253;

	private static final Set<String> TOP_LEVEL = read();

	private final String text;

	private final List<Span> found = new ArrayList<>();

	private Domains(String text) {
		this.text = text;
	}

	private static Set<String> read() {
		IDNA idna = IDNA.getUTS46Instance(IDNA.DEFAULT);
		Set<String> names = new HashSet<>();
		try (InputStream file = Objects.requireNonNull(Domains.class.getResourceAsStream(FILE))) {
			for (String name : new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().toList()) {
				names.add(name);
				if (name.startsWith("xn--")) {
					StringBuilder unicode = new StringBuilder();
					idna.labelToUnicode(name, unicode, new IDNA.Info());
					names.add(unicode.toString());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return names;
	}

	/**
	 * Finds all domain names.
	 * @param text any text
	 * @return the names, in order
	 */
	static List<Span> find(String text) {
		Domains domains = new Domains(text);
		int start = 0;
		while (start < text.length()) {
			int character = text.codePointAt(start);
			if (isInName(character)) {
				int end = domains.endOfRun(start);
				domains.findIn(start, end);
				start = end;
			}
			else {
				start += Character.charCount(character);
			}
		}
		return domains.found;
	}

	private int endOfRun(int start) {
		int end = start;
		while (end < this.text.length() && isInName(this.text.codePointAt(end))) {
			end += Character.charCount(this.text.codePointAt(end));
		}
		return end;
	}

	private static boolean isInName(int character) {
		if (character < 0x80) {
			return isAsciiInName(character);
		}
		return Words.isWordCharacter(character);
	}

	private static boolean isAsciiInName(int unit) {
		return AsciiCharacter.isLetterOrDigit(unit) || unit == '-' || unit == '.' || unit == '_';
	}

	private void findIn(int start, int end) {
		int before = this.found.size();
		split(start, end);
		if (this.found.size() > before) {
			return;
		}
		// a name between the words of a script without spaces
		int from = start;
		while (from < end) {
			int to = from;
			while (to < end && isAsciiInName(this.text.charAt(to))) {
				to++;
			}
			if (to > from && (from > start || to < end)) {
				split(from, to);
			}
			from = to + 1;
		}
	}

	// at empty labels and others that no name can have
	private void split(int start, int end) {
		int first = start;
		int last = start;
		int label = start;
		while (label <= end) {
			int dot = this.text.indexOf('.', label, end);
			int labelEnd = (dot < 0) ? end : dot;
			if (isLabel(label, labelEnd)) {
				last = label;
			}
			else {
				add(first, last, label - 1);
				first = labelEnd + 1;
				last = first;
			}
			label = labelEnd + 1;
		}
		add(first, last, end);
	}

	private boolean isLabel(int start, int end) {
		return end > start && end - start <= MAX_LABEL && this.text.charAt(start) != '-'
				&& this.text.charAt(end - 1) != '-';
	}

	private void add(int start, int lastLabel, int end) {
		if (lastLabel > start && end > lastLabel && end - start <= MAX_NAME
				&& TOP_LEVEL.contains(this.text.substring(lastLabel, end).toLowerCase(Locale.ROOT))) {
			this.found.add(new Span(start, end));
		}
	}

}
