package dev.couplet.transform.guess;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import dev.couplet.transform.Kind;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.Value;
import org.jspecify.annotations.Nullable;

/**
 * A value that the search has reached: the one of the request, or the result of a recipe.
 */
final class Candidate {

	/**
	 * The maximum length of the sample.
	 */
	static final int SAMPLE = 8192;

	private static final int PREVIEW_CHARACTERS = 200;

	private static final int PREVIEW_BYTES = 32;

	// of two results that look the same, the one of the shorter recipe is better
	private static final double STEP = 0.99;

	// a result between quotation marks may be a string of JSON
	private static final double QUOTED = 0.96;

	private final List<String> steps;

	private final Value value;

	private final @Nullable String text;

	private final Appearance appearance;

	private final boolean quoted;

	private final double score;

	private final double bestBefore;

	private @Nullable Characters characters;

	/**
	 * Creates a candidate.
	 * @param steps the steps of the recipe that gives the value
	 * @param value the value
	 * @param bestBefore the best score of the values before it
	 * @param least the minimum score of the value
	 * @param weight a factor of the score
	 */
	Candidate(List<String> steps, Value value, double bestBefore, double least, double weight) {
		this.steps = List.copyOf(steps);
		this.text = textOf(value);
		// a result that is a text is kept once; the value of the request is kept anyway
		this.value = (this.text != null && !steps.isEmpty()) ? Value.of(this.text) : value;
		this.bestBefore = bestBefore;
		this.appearance = Appearance
			.of(head(Signature.LENGTH), value.size(), (this.text != null) ? sample() : null, value.length() <= SAMPLE)
			.atLeast(least);
		this.quoted = this.text != null && EncodedParts.isQuoted(this.text);
		double doubt = (this.quoted && !steps.isEmpty()) ? QUOTED : 1;
		this.score = weight * this.appearance.score() * Math.pow(STEP, steps.size()) * doubt;
	}

	private static @Nullable String textOf(Value value) {
		try {
			return value.text();
		}
		catch (MalformedTextException ex) {
			return null;
		}
	}

	List<String> steps() {
		return this.steps;
	}

	Value value() {
		return this.value;
	}

	/**
	 * Returns the value for a step.
	 * @param kind what the step takes
	 * @return the value, as a text if the step takes one
	 */
	Value value(Kind<?> kind) {
		return (kind == Kind.TEXT && this.text != null) ? Value.of(this.text) : this.value;
	}

	boolean isText() {
		return this.text != null;
	}

	String text() {
		return Objects.requireNonNull(this.text);
	}

	/**
	 * Returns whether the text is between quotation marks.
	 * @return false if it is not, or the value is not a text
	 */
	boolean isQuoted() {
		return this.quoted;
	}

	/**
	 * Returns which characters the text consists of.
	 * @return the counts of its characters
	 */
	Characters characters() {
		Characters known = this.characters;
		if (known == null) {
			known = new Characters(text());
			this.characters = known;
		}
		return known;
	}

	/**
	 * Returns the beginning of the text.
	 * @return well-formed Unicode, of at most 8,192 UTF-16 code units
	 */
	String sample() {
		return beginning(SAMPLE);
	}

	private String beginning(int length) {
		String whole = text();
		if (whole.length() <= length) {
			return whole;
		}
		return whole.substring(0, Character.isHighSurrogate(whole.charAt(length - 1)) ? length - 1 : length);
	}

	/**
	 * Returns the beginning of the value in bytes.
	 * @param most the maximum number of bytes
	 * @return the bytes
	 */
	byte[] head(int most) {
		byte[] bytes = (this.value.kind() == Kind.TEXT) ? Utf8.encode(beginning(most)) : this.value.bytes();
		return Arrays.copyOf(bytes, Math.min(most, bytes.length));
	}

	/**
	 * Returns the memory that the value takes.
	 * @return UTF-16 code units
	 */
	long length() {
		return this.value.length() + ((this.text != null && this.value.kind() != Kind.TEXT) ? this.text.length() : 0L);
	}

	Appearance appearance() {
		return this.appearance;
	}

	double score() {
		return this.score;
	}

	/**
	 * Returns the best score on the way here.
	 * @return that of this value or of one before it
	 */
	double best() {
		return Math.max(score(), this.bestBefore);
	}

	/**
	 * Returns whether the last step was worth it.
	 * @return whether the value looks better than all before it
	 */
	boolean isBetter() {
		return score() > this.bestBefore;
	}

	Guess guess() {
		double rounded = Math.round(100 * score()) / 100.0;
		return new Guess(String.join(",", this.steps), rounded, this.appearance.type(), this.value.size(), preview());
	}

	private String preview() {
		if (this.text == null || !this.appearance.isText()) {
			return HexFormat.of().formatHex(head(PREVIEW_BYTES));
		}
		String start = beginning(2 * PREVIEW_CHARACTERS);
		int characters = start.codePointCount(0, start.length());
		return start.substring(0, start.offsetByCodePoints(0, Math.min(PREVIEW_CHARACTERS, characters)));
	}

	/**
	 * Returns the value as Latin-1, one character for each byte.
	 * @param most the maximum number of bytes
	 * @return the beginning of the value
	 */
	String latin(int most) {
		return new String(head(most), StandardCharsets.ISO_8859_1);
	}

}
