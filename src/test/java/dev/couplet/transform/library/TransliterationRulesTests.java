package dev.couplet.transform.library;

import java.util.Random;

import com.ibm.icu.text.ReplaceableString;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.Transliterator.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TransliterationRules}, compared with ICU.
 */
class TransliterationRulesTests {

	private final Random random = new Random(14);

	@ParameterizedTest
	@ValueSource(strings = { "a > b;", "ab > c; a > d;", "a > b|c; c > d;", "a > |b; b > cc;", "b{a}c > d;",
			"ab{}c > d; c > e;", "{a}b > ;", "[ab]{c} > d;", "{a}[^bc] > d;", "[^bc]{a} > d;", "a*b > c;", "a+b? > c;",
			"b*{a} > c;", "{a}b?c > d;", "(a)b(c) > $2 b $1;", "a(b*c) > $1 | $1 d; d > e;", "(a*[bc]){d} > $1;",
			"a > ';';", "a > '|''|';", "'$' > a; b > \\$;", "'a b' > c;", "\\\\ > a;", "[\\]\\'a] > b;",
			"\ud83c\udf39 > a;", "[a\ud83c\udf39]{b} > c;", "[:Lu:]{[:Ll:]} > b;" })
	void rulesMatchAsByIcu(String rules) {
		Transliterator icu = Transliterator.createFromRules("rules", rules, Transliterator.FORWARD);
		for (int i = 0; i < 1000; i++) {
			String before = text();
			String part = text();
			String text = before + part + text();
			int start = before.length();
			int end = start + part.length();
			EditableText edited = new EditableText(text, 1000);
			int newEnd = new TransliterationRules(icu.toRules(false)).apply(edited, start, end);
			ReplaceableString expected = new ReplaceableString(text);
			Position position = new Position(0, text.length(), start, end);
			icu.finishTransliteration(expected, position);
			assertThat(edited).as("%s in %s from %d to %d", rules, text, start, end).hasToString(expected.toString());
			assertThat(newEnd).isEqualTo(position.limit);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "(a+b?)c > h|$1;", "{c}c*B > d;", "Bc*{c} > d;", "{a}a*b > |c;", "a[ab]*{b}c+ > d;",
			"{a}[ac]*B > |c; c > d;", "[ab]*{c} > |a; a > d;" })
	void longRunsMatchAsByIcu(String rules) {
		Transliterator icu = Transliterator.createFromRules("rules", rules, Transliterator.FORWARD);
		TransliterationRules ours = new TransliterationRules(icu.toRules(false));
		for (int i = 0; i < 300; i++) {
			StringBuilder text = new StringBuilder();
			for (int runs = this.random.nextInt(8); runs > 0; runs--) {
				text.append("abcB".substring(this.random.nextInt(4)).substring(0, 1).repeat(this.random.nextInt(60)));
			}
			EditableText edited = new EditableText(text.toString(), 10_000);
			ours.apply(edited, 0, text.length());
			assertThat(edited).as("%s in %s", rules, text).hasToString(icu.transliterate(text.toString()));
		}
	}

	private String text() {
		StringBuilder text = new StringBuilder();
		for (int length = this.random.nextInt(6); length > 0; length--) {
			text.append("aaaabbbccdABE;|'\\$] ".charAt(this.random.nextInt(20)));
		}
		return text.toString().replace("E", "\ud83c\udf39");
	}

	@Test
	void ruleMatchesTheFirstOfTwoAlternatives() {
		EditableText text = new EditableText("abab", 1000);
		new TransliterationRules("ab > x;\na > y;\nb > z;").apply(text, 1, 4);
		assertThat(text).hasToString("azx");
	}

}
