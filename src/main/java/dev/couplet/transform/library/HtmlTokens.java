package dev.couplet.transform.library;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The tags, comments and pieces of text of HTML, as a tokenizer finds them (HTML Living
 * Standard, section 13.2.5). It never fails and takes linear time. What is not closed
 * extends to the end of the text.
 */
final class HtmlTokens {

	/** Kinds of tokens. */
	enum Kind {

		/** A piece of text, with its character references. */
		TEXT,

		/** A start tag. */
		START,

		/** An end tag. */
		END,

		/** A comment, a document type, or anything else that is not shown. */
		OTHER

	}

	/**
	 * The elements whose content has no tags.
	 */
	static final Set<String> RAW = Set.of("script", "style", "iframe", "noembed", "noframes", "xmp", "title",
			"textarea");

	private static final String WHITE_SPACE = " \t\n\f\r";

	// no name that matters is longer
	private static final int MAX_NAME = 20;

	private final String text;

	private final Set<String> rawElements;

	private Kind kind = Kind.TEXT;

	private int start;

	private int end;

	private String name = "";

	// the element whose content is text, or empty
	private String raw = "";

	private int attributes;

	private int longestName;

	// where the value of the attribute alt starts, or -1
	private int alternative = -1;

	/**
	 * Creates a tokenizer.
	 * @param text any text
	 * @param rawElements the elements whose content is one token
	 */
	HtmlTokens(String text, Set<String> rawElements) {
		this.text = text;
		this.rawElements = rawElements;
	}

	Kind kind() {
		return this.kind;
	}

	int start() {
		return this.start;
	}

	int end() {
		return this.end;
	}

	/**
	 * Returns the name of a tag, or of the element whose text this is if its content is
	 * not parsed, such as that of a script.
	 * @return the name in lower case, cut if it is longer than that of any HTML element;
	 * otherwise the empty text
	 */
	String name() {
		return this.name;
	}

	/**
	 * Returns the number of attributes.
	 * @return the number, 0 if this is no tag
	 */
	int attributes() {
		return this.attributes;
	}

	/**
	 * Returns the length of the longest name in a tag.
	 * @return the length of its name or of an attribute's, 0 if this is no tag
	 */
	int longestName() {
		return this.longestName;
	}

	/**
	 * Advances to the next token.
	 * @return false if there is none
	 */
	boolean next() {
		this.start = this.end;
		this.name = "";
		this.attributes = 0;
		this.longestName = 0;
		if (this.start == this.text.length()) {
			return false;
		}
		if (!this.raw.isEmpty()) {
			nextRaw();
			if (this.end > this.start) {
				return true;
			}
		}
		this.kind = kindAt(this.start);
		this.end = switch (this.kind) {
			case TEXT -> endOfText();
			case START -> endOfTag(this.start + 1);
			case END -> endOfTag(this.start + 2);
			case OTHER -> endOfOther();
		};
		if (this.kind == Kind.START && this.rawElements.contains(this.name)) {
			this.raw = this.name;
		}
		return true;
	}

	private void nextRaw() {
		this.kind = Kind.TEXT;
		this.name = this.raw;
		this.end = this.text.length();
		for (int i = this.text.indexOf("</", this.start); i >= 0; i = this.text.indexOf("</", i + 2)) {
			int after = i + 2 + this.raw.length();
			if (this.text.regionMatches(true, i + 2, this.raw, 0, this.raw.length())
					&& (after == this.text.length() || isEndOfName(this.text.charAt(after)))) {
				this.end = i;
				break;
			}
		}
		this.raw = "";
		if (this.end == this.start) {
			this.name = "";
		}
	}

	private Kind kindAt(int index) {
		if (this.text.charAt(index) != '<') {
			return Kind.TEXT;
		}
		char second = unit(index + 1);
		if (AsciiCharacter.isLetter(second)) {
			return Kind.START;
		}
		if (second == '/') {
			boolean cutOff = index + 2 == this.text.length();
			return AsciiCharacter.isLetter(unit(index + 2)) ? Kind.END : cutOff ? Kind.TEXT : Kind.OTHER;
		}
		return (second == '!' || second == '?') ? Kind.OTHER : Kind.TEXT;
	}

	private int endOfText() {
		int next = this.text.indexOf('<', this.start + 1);
		while (next >= 0 && kindAt(next) == Kind.TEXT) {
			next = this.text.indexOf('<', next + 1);
		}
		return (next < 0) ? this.text.length() : next;
	}

	private int endOfOther() {
		if (!this.text.startsWith("<!--", this.start)) {
			return after(">", this.start);
		}
		int content = this.start + "<!--".length();
		if (this.text.startsWith(">", content) || this.text.startsWith("->", content)) {
			return after(">", content);
		}
		// --!> ends a comment too
		int dashes = this.text.indexOf("--", content);
		while (dashes >= 0) {
			if (unit(dashes + 2) == '>') {
				return dashes + 3;
			}
			if (unit(dashes + 2) == '!' && unit(dashes + 3) == '>') {
				return dashes + 4;
			}
			dashes = this.text.indexOf("--", dashes + 1);
		}
		return this.text.length();
	}

	private int endOfTag(int nameStart) {
		int index = nameStart;
		while (index < this.text.length() && !isEndOfName(this.text.charAt(index))) {
			index++;
		}
		this.name = this.text.substring(nameStart, Math.min(index, nameStart + MAX_NAME)).toLowerCase(Locale.ROOT);
		this.longestName = index - nameStart;
		this.alternative = -1;
		while (index < this.text.length() && this.text.charAt(index) != '>') {
			index = isEndOfName(this.text.charAt(index)) ? index + 1 : endOfAttribute(index);
		}
		return Math.min(this.text.length(), index + 1);
	}

	private int endOfAttribute(int nameStart) {
		// an equals sign is part of the name if it is the first character
		int index = nameStart + 1;
		while (index < this.text.length() && !isEndOfName(this.text.charAt(index)) && this.text.charAt(index) != '=') {
			index++;
		}
		this.attributes++;
		this.longestName = Math.max(this.longestName, index - nameStart);
		boolean alt = index - nameStart == 3 && this.text.regionMatches(true, nameStart, "alt", 0, 3);
		int next = skipWhiteSpace(index);
		if (unit(next) != '=' || next == this.text.length()) {
			return index;
		}
		int value = skipWhiteSpace(next + 1);
		if (alt && this.alternative < 0) {
			this.alternative = value;
		}
		return endOfValue(value);
	}

	private int endOfValue(int value) {
		char quote = unit(value);
		if (quote == '"' || quote == '\'') {
			return after(String.valueOf(quote), value + 1);
		}
		int index = value;
		while (index < this.text.length() && this.text.charAt(index) != '>'
				&& WHITE_SPACE.indexOf(this.text.charAt(index)) < 0) {
			index++;
		}
		return index;
	}

	/**
	 * Returns the alternative text of an image.
	 * @return the value of the attribute alt of a start tag, with its character
	 * references, or null if it has none
	 */
	@Nullable String alternative() {
		int value = this.alternative;
		if (this.kind != Kind.START || value < 0) {
			return null;
		}
		int valueEnd = Math.min(endOfValue(value), this.end);
		boolean quoted = unit(value) == '"' || unit(value) == '\'';
		return quoted ? this.text.substring(value + 1, Math.max(value + 1, valueEnd - 1))
				: this.text.substring(value, valueEnd);
	}

	private int skipWhiteSpace(int from) {
		int index = from;
		while (index < this.text.length() && WHITE_SPACE.indexOf(this.text.charAt(index)) >= 0) {
			index++;
		}
		return index;
	}

	private int after(String end, int from) {
		int index = this.text.indexOf(end, from);
		return (index < 0) ? this.text.length() : index + end.length();
	}

	private char unit(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : '\0';
	}

	private static boolean isEndOfName(char unit) {
		return unit == '>' || unit == '/' || WHITE_SPACE.indexOf(unit) >= 0;
	}

}
