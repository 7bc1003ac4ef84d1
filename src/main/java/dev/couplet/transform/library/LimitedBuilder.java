package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * A string builder with a size limit, for transforms that cannot compute the size of
 * their result in advance. The size is checked before text is appended.
 */
final class LimitedBuilder {

	private final StringBuilder result = new StringBuilder();

	private final SizeLimit limit;

	private long size;

	/**
	 * Creates an empty builder.
	 * @param limit the maximum size of the result
	 */
	LimitedBuilder(SizeLimit limit) {
		this.limit = limit;
	}

	/**
	 * Appends text.
	 * @param piece well-formed Unicode
	 * @return this builder
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	LimitedBuilder append(String piece) {
		this.size += Utf8.size(piece);
		this.limit.check(this.size);
		this.result.append(piece);
		return this;
	}

	/**
	 * Checks that more text can be appended, before it is built.
	 * @param more the size of the text in bytes
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	void check(long more) {
		this.limit.check(this.size + more);
	}

	boolean isEmpty() {
		return this.result.isEmpty();
	}

	@Override
	public String toString() {
		return this.result.toString();
	}

}
