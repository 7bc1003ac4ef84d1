package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Normalization and transliteration.
 */
class UnicodeTransforms implements TransformLibrary {

	// nanoseconds for a character of ASCII, which is normal in every form
	private static final int FAST = 5;

	@Override
	public List<Transform> transforms() {
		return List.of(
				Transform.named("nfc")
					.describedAs("Unicode normalization form C: composed, where there is a character for it.")
					.example("nfc", "poe\u0300me", "po\u00E8me")
					.weighing(100, FAST)
					.applyingWithin(Normalization.NFC::apply),

				Transform.named("nfd")
					.describedAs("Unicode normalization form D: letters and their marks apart.")
					.example("nfd", "po\u00E8me", "poe\u0300me")
					.weighing(100, FAST)
					.applyingWithin(Normalization.NFD::apply),

				Transform.named("nfkc")
					.describedAs("Unicode normalization form KC: plain characters for their variants, composed.")
					.example("nfkc", "ﬁne ①", "fine 1")
					.weighing(100, FAST)
					.applyingWithin(Normalization.NFKC::apply),

				Transform.named("nfkd")
					.describedAs(
							"Unicode normalization form KD: plain characters for their variants, letters and marks apart.")
					.example("nfkd", "ﬁn\u00E9", "fine\u0301")
					.weighing(100, FAST)
					.applyingWithin(Normalization.NFKD::apply),

				Transform.named("strip-accents")
					.describedAs("Without the accents of Latin, Greek and Cyrillic letters; the vowel signs of other "
							+ "scripts stay. The result is in normalization form C.")
					.example("strip-accents", "poème, naïve, ποίημα", "poeme, naive, ποιημα")
					.applyingWithin(Accents::strip),

				Transform.named("to-latin")
					.describedAs("Latin letters, with accents, for those of any script: ICU's Any-Latin. "
							+ "What has no Latin form stays.")
					.weighing(600)
					.example("to-latin", "стих ποίημα 诗歌", "stih poíēma shī gē")
					.applyingWithin(Transliteration::toLatin),

				Transform.named("to-ascii")
					.describedAs(
							"Pure ASCII: Latin letters without accents for those of any script, plain punctuation, "
									+ "and a question mark for every character that is left.")
					.weighing(600)
					.example("to-ascii", "poème “стих” 诗歌 ☾", "poeme \"stih\" shi ge ?")
					.applyingWithin(Transliteration::toAscii));
	}

}
