package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.Utf8;

/**
 * A result in the making, for the transforms that know its size only as they go. It never
 * grows past the limit: each piece is measured before it is taken.
 */
final class LimitedBuilder {

	private final StringBuilder result = new StringBuilder();

	private final SizeLimit limit;

	private long size;

	/**
	 * Begins an empty result.
	 * @param limit what it may come to
	 */
	LimitedBuilder(SizeLimit limit) {
		this.limit = limit;
	}

	/**
	 * Adds a piece.
	 * @param piece well-formed Unicode
	 * @return this builder
	 * @throws TextTooLargeException where the result would be over the limit
	 */
	LimitedBuilder append(String piece) {
		this.size += Utf8.size(piece);
		this.limit.check(this.size);
		this.result.append(piece);
		return this;
	}

	@Override
	public String toString() {
		return this.result.toString();
	}

}
