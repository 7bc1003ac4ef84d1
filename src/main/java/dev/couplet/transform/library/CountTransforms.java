package dev.couplet.transform.library;

import java.util.List;
import java.util.Locale;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Counts and measures of a text.
 */
class CountTransforms implements TransformLibrary {

	private static final double LOG_2 = Math.log(2);

	@Override
	public List<Transform> transforms() {
		return List.of(count(), wordFrequency(), characterFrequency(), entropy(), readability());
	}

	private static Transform count() {
		return Transform.named("count")
			.synonyms("wc", "word-count", "count-words", "count-characters", "text-stats", "length", "strlen")
			.describedAs("Counts the bytes of UTF-8, characters (grapheme clusters), words, sentences and lines of a "
					+ "text, as JSON. A word has a letter or digit, and a sentence ends with a period, question mark or "
					+ "exclamation mark before white space, with a blank line, or with the text.")
			.weighing(500)
			.callCost(2000)
			.example("count", "The moon is late. Is it?\n",
					"{\"bytes\":25,\"characters\":25,\"words\":6,\"sentences\":2,\"lines\":1}")
			.applyingWithin(
					ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(TextCounts.of(text).toJson(), limit)));
	}

	private static Transform wordFrequency() {
		return Transform.named("word-frequency")
			.synonyms("word-freq", "word-frequencies", "most-common-words", "word-histogram", "term-frequency")
			.describedAs("Lists the words of a text in lower case, each on a line after how often it occurs, the most "
					+ "frequent first and those that occur first before others. An apostrophe or hyphen between two "
					+ "letters is part of a word.")
			.weighing(500)
			.example("word-frequency", "The moon, the tide: the moon's tide.",
					"      3 the\n      2 tide\n      1 moon\n      1 moon's\n")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> Frequencies.ofWords(text).list(limit)));
	}

	private static Transform characterFrequency() {
		return Transform.named("character-frequency")
			.synonyms("char-frequency", "character-frequencies", "letter-frequency", "char-histogram")
			.describedAs(
					"Lists the characters of a text (grapheme clusters), each on a line after how often it occurs, "
							+ "the most frequent first and those that occur first before others. White space and invisible "
							+ "characters are shown as U+ and their number.")
			.weighing(1000)
			.callCost(2000)
			.example("character-frequency", "moon o", "      3 o\n      1 m\n      1 n\n      1 U+0020\n")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> Frequencies.ofCharacters(text).list(limit)));
	}

	private static Transform entropy() {
		return Transform.named("entropy", Kind.BYTES, Kind.TEXT)
			.synonyms("shannon-entropy", "shannon", "ent")
			.describedAs("Measures the entropy of bytes (Shannon), in bits for each byte, with four decimals: 0 if all "
					+ "are the same, and 8 if each of the 256 occurs equally often.")
			.example("entropy", "moon", "1.5000")
			.applyingWithin((bytes, limit) -> {
				String bits = String.format(Locale.ROOT, "%.4f", entropy(bytes));
				limit.check(bits.length());
				return bits;
			});
	}

	private static double entropy(byte[] bytes) {
		int[] counts = new int[1 << Byte.SIZE];
		for (byte octet : bytes) {
			counts[Byte.toUnsignedInt(octet)]++;
		}
		double bits = 0;
		for (int count : counts) {
			if (count > 0 && count < bytes.length) {
				double share = (double) count / bytes.length;
				bits -= share * Math.log(share) / LOG_2;
			}
		}
		return bits;
	}

	private static Transform readability() {
		return Transform.named("readability")
			.synonyms("flesch", "flesch-kincaid", "reading-ease", "readability-score", "textstat")
			.describedAs(
					"Measures how easy an English text is to read, as JSON: the Flesch reading ease, which is higher "
							+ "for easier texts, and the Flesch-Kincaid grade. Words and sentences are those of count, and "
							+ "syllables those of syllables.")
			.weighing(1000)
			.callCost(2000)
			.example("readability", "The moon is late. The tide is low.",
					"{\"words\":8,\"sentences\":2,\"syllables\":8,\"fleschReadingEase\":118.18,\"fleschKincaidGrade\":-2.23}")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(Readability.of(text), limit)));
	}

}
