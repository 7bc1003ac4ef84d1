package dev.couplet.transform.guess;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a value looks like.
 *
 * @param type the media type
 * @param score how much it looks like a text or a file of a known type, and not like
 * something that is still encoded, from 0 to 1
 */
record Appearance(String type, double score) {

	static final String BYTES = "application/octet-stream";

	private static final Appearance UNKNOWN = new Appearance(BYTES, 0.05);

	// what a value may be that contains characters that no text has
	private static final double POOR = 0.1;

	private static final String TEXT = "text/plain";

	private static final Set<String> TEXTS = Set.of("application/json", "application/xml", "application/x-pem-file");

	/**
	 * Judges a value.
	 * @param head its first bytes
	 * @param size its size in bytes
	 * @param text the beginning of its text, or null if it is not one
	 * @param complete whether that is the whole text
	 * @return what it looks like
	 */
	static Appearance of(byte[] head, long size, @Nullable String text, boolean complete) {
		if (size == 0) {
			return new Appearance(TEXT, 0);
		}
		Appearance file = Signature.find(head, size);
		// compressed data is not UTF-8
		if (file != null && (text == null || file.score() > Signature.COMPRESSED)) {
			return file;
		}
		return (text != null) ? of(text, complete) : UNKNOWN;
	}

	private static Appearance of(String text, boolean complete) {
		Appearance markup = Markup.find(text, complete);
		if (markup != null) {
			return markup;
		}
		double score = Naturalness.of(text) * EncodedParts.clarity(text);
		return (score < POOR && hasControls(text)) ? UNKNOWN : new Appearance(TEXT, score);
	}

	private static boolean hasControls(String text) {
		return text.chars().anyMatch((unit) -> unit < ' ' && !Character.isWhitespace(unit));
	}

	/**
	 * Returns whether a value of the type can be shown as a text.
	 * @return false for binary formats
	 */
	boolean isText() {
		return this.type.startsWith("text/") || TEXTS.contains(this.type);
	}

	Appearance atLeast(double least) {
		return (this.score < least) ? new Appearance(this.type, least) : this;
	}

}
