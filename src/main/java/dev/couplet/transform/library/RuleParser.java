package dev.couplet.transform.library;

import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;

/**
 * Reads a rule as {@link Transliterator#toRules} writes it. Anchors, nested groups,
 * groups that follow the key, and calls of other transliterators are not supported,
 * because no transliterator to Latin letters needs them.
 */
final class RuleParser {

	private static final String SYNTAX = "[(){}*+?>|$;";

	private static final char LITERAL = 'a';

	private final String rule;

	private int offset;

	private boolean quoted;

	// the character that was read, if it is not syntax
	private int literal;

	private RuleParser(String rule) {
		this.rule = rule;
	}

	/**
	 * Reads a rule.
	 * @param rule a forward rule, with its semicolon
	 * @return the rule
	 */
	static TransliterationRule parse(String rule) {
		return new RuleParser(rule).parse();
	}

	private TransliterationRule parse() {
		List<RuleElement> before = List.of();
		List<RuleElement> key = List.of();
		List<RuleElement> elements = new ArrayList<>();
		int groups = 0;
		boolean inGroup = false;
		boolean braces = false;
		for (char next = next(); next != '>'; next = next()) {
			switch (next) {
				case '{' -> {
					before = elements;
					elements = new ArrayList<>();
					braces = true;
				}
				case '}' -> {
					key = elements;
					elements = new ArrayList<>();
				}
				case '(' -> {
					groups++;
					inGroup = true;
				}
				case ')' -> {
					inGroup = false;
				}
				case '*', '+', '?' -> elements.add(elements.removeLast().withQuantifier(next));
				default -> elements.add(RuleElement.of(characters(next), inGroup ? groups : 0));
			}
		}
		StringBuilder output = new StringBuilder();
		int cursor = readOutput(output);
		return new TransliterationRule(before, braces ? key : elements, braces ? elements : List.of(),
				output.toString(), cursor);
	}

	private UnicodeSet characters(char next) {
		if (next != '[') {
			return new UnicodeSet(this.literal, this.literal);
		}
		ParsePosition position = new ParsePosition(this.offset - 1);
		UnicodeSet characters = new UnicodeSet(this.rule, position, null);
		this.offset = position.getIndex();
		return characters;
	}

	private int readOutput(StringBuilder output) {
		int cursor = -1;
		for (char next = next(); next != ';'; next = next()) {
			switch (next) {
				case '|' -> {
					cursor = output.length();
				}
				case '$' -> {
					next();
					output.append((char) (this.literal - '0'));
				}
				default -> output.appendCodePoint(this.literal);
			}
		}
		return (cursor < 0) ? output.length() : cursor;
	}

	/**
	 * Reads the next character.
	 * @return the character if it is syntax, else {@link #LITERAL}
	 */
	private char next() {
		while (true) {
			this.literal = this.rule.codePointAt(this.offset);
			this.offset += Character.charCount(this.literal);
			if (this.literal == '\'' && this.rule.charAt(this.offset) != '\'') {
				this.quoted = !this.quoted;
			}
			else if (this.quoted || this.literal == '\'') {
				this.offset += (this.literal == '\'') ? 1 : 0;
				return LITERAL;
			}
			else if (this.literal == '\\') {
				this.literal = this.rule.codePointAt(this.offset);
				this.offset += Character.charCount(this.literal);
				return LITERAL;
			}
			else if (SYNTAX.indexOf(this.literal) >= 0) {
				return (char) this.literal;
			}
			else if (this.literal != ' ') {
				return LITERAL;
			}
		}
	}

}
