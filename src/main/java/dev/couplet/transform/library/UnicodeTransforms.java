package dev.couplet.transform.library;

import java.util.List;

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
					.synonyms("romanize", "romanise", "transliterate", "any-latin")
					.describedAs("Transliterates any script to Latin letters with accents (ICU's Any-Latin). "
							+ "Characters without a Latin form are left unchanged.")
					.weighing(600)
					.callCost(5000)
					.example("to-latin", "стих ποίημα 诗歌", "stih poíēma shī gē")
					.applyingWithin(Transliteration::toLatin),

				Transform.named("to-ascii")
					.synonyms("unidecode", "asciify", "ascii", "latin-ascii", "translit", "transliterate")
					.describedAs("Transliterates any script and its punctuation to pure ASCII. "
							+ "A character without an ASCII form becomes a question mark.")
					.weighing(600)
					.callCost(5000)
					.example("to-ascii", "poème “стих” 诗歌 ☾", "poeme \"stih\" shi ge ?")
					.applyingWithin(Transliteration::toAscii));
	}

}
