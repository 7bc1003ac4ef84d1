package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Normalization and transliteration.
 */
class UnicodeTransforms implements TransformLibrary {

	// nanoseconds per ASCII character, which is normalized in every form
	private static final int ASCII_WEIGHT = 5;

	@Override
	public List<Transform> transforms() {
		return List.of(
				Transform.named("nfc")
					.synonyms("normalize", "unicode-normalize", "compose")
					.describedAs("Normalizes to Unicode normalization form C (canonical composition).")
					.example("nfc", "poe\u0300me", "po\u00E8me")
					.weighing(100, ASCII_WEIGHT)
					.applyingWithin(Normalization.NFC::apply),

				Transform.named("nfd")
					.synonyms("normalize", "unicode-normalize", "decompose")
					.describedAs("Normalizes to Unicode normalization form D (canonical decomposition).")
					.example("nfd", "po\u00E8me", "poe\u0300me")
					.weighing(100, ASCII_WEIGHT)
					.applyingWithin(Normalization.NFD::apply),

				Transform.named("nfkc")
					.synonyms("normalize", "unicode-normalize")
					.describedAs(
							"Normalizes to Unicode normalization form KC (compatibility decomposition, then canonical composition).")
					.example("nfkc", "ﬁne ①", "fine 1")
					.weighing(100, ASCII_WEIGHT)
					.applyingWithin(Normalization.NFKC::apply),

				Transform.named("nfkd")
					.describedAs("Normalizes to Unicode normalization form KD (compatibility decomposition).")
					.example("nfkd", "ﬁn\u00E9", "fine\u0301")
					.weighing(100, ASCII_WEIGHT)
					.applyingWithin(Normalization.NFKD::apply),

				Transform.named("strip-accents")
					.synonyms("remove-accents", "remove-diacritics", "strip-diacritics", "unaccent", "deburr")
					.describedAs("Removes the accents of Latin, Greek and Cyrillic letters; the vowel signs of other "
							+ "scripts are kept. The result is in normalization form C.")
					.example("strip-accents", "poème, naïve, ποίημα", "poeme, naive, ποιημα")
					.applyingWithin(Accents::strip),

				Transform.named("to-latin")
					.synonyms("romanize", "romanise", "transliterate", "any-latin", "cyrillic-to-latin", "pinyin")
					.describedAs("Transliterates any script to Latin letters with accents (ICU's Any-Latin). "
							+ "Characters without a Latin form are left unchanged.")
					.weighing(600)
					.callCost(5000)
					.example("to-latin", "стих ποίημα 诗歌", "stih poíēma shī gē")
					.applyingWithin(Transliteration::toLatin),

				toAscii(), fullwidth(), halfwidth(), confusablesSkeleton(), codePoints());
	}

	private static Transform fullwidth() {
		return Transform.named("fullwidth")
			.synonyms("full-width", "zenkaku", "halfwidth-to-fullwidth", "vaporwave", "wide")
			.describedAs("Converts letters, digits, punctuation and kana to their full-width forms, as ICU's "
					+ "Halfwidth-Fullwidth.")
			.example("fullwidth", "moon ｶﾞ", "ｍｏｏｎ　ガ")
			.applyingWithin(Widths::full);
	}

	private static Transform halfwidth() {
		return Transform.named("halfwidth")
			.synonyms("half-width", "hankaku", "fullwidth-to-halfwidth")
			.describedAs("Converts letters, digits, punctuation and kana to their half-width forms, as ICU's "
					+ "Fullwidth-Halfwidth.")
			.example("halfwidth", "ｍｏｏｎ　ガ", "moon ｶﾞ")
			.applyingWithin(Widths::half);
	}

	private static Transform confusablesSkeleton() {
		return Transform.named("confusables-skeleton")
			.synonyms("skeleton", "homoglyphs", "confusables", "normalize-homoglyphs")
			.describedAs("Returns the skeleton of the text (UTS #39), which is the same for all texts that look alike. "
					+ "It is for comparison, and not for reading.")
			.weighing(150)
			.callCost(2000)
			.example("confusables-skeleton", "рауа1", "payal")
			.applyingWithin(Confusables::skeleton);
	}

	private static Transform codePoints() {
		return Transform.named("code-points")
			.synonyms("codepoints", "unicode-names", "uniname", "charinfo", "inspect-characters")
			.describedAs(
					"Lists the code points of the text, also a byte order mark, a line for each: its number, name, script and general "
							+ "category in the Unicode Character Database, between tabs.")
			.weighing(1500)
			.example("code-points", "é☾",
					"U+00E9\tLATIN SMALL LETTER E WITH ACUTE\tLatin\tLl\n" + "U+263E\tLAST QUARTER MOON\tCommon\tSo")
			.applyingWithin(CodePoints::list);
	}

	private static Transform toAscii() {
		Parameter<String> language = AsciiLanguage.parameter();
		return Transform.named("to-ascii")
			.synonyms("unidecode", "asciify", "ascii", "latin-ascii", "translit", "transliterate")
			.describedAs(
					"Transliterates any script and its punctuation to pure ASCII, with the umlauts of German (de) or "
							+ "the vowels of Danish, Norwegian or Swedish (da, nb, sv) as two letters. "
							+ "A character (grapheme cluster) without an ASCII form becomes a question mark; what is "
							+ "invisible, such as a byte order mark, is removed.")
			.with(language)
			.weighing(600)
			.callCost(5000)
			.example("to-ascii", "poème “стих” 诗歌 ☾", "poeme \"stih\" shi ge ?")
			.binding((arguments) -> {
				AsciiLanguage chosen = AsciiLanguage.of(arguments.get(language));
				return (text, limit) -> Transliteration.toAscii(text, chosen, limit);
			});
	}

}
