package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Collects text up to a size limit, from libraries that write to an {@link Appendable}.
 * They may write the halves of a surrogate pair one after the other.
 */
final class LimitedAppendable implements Appendable {

	private final StringBuilder result = new StringBuilder();

	private final SizeLimit limit;

	private long size;

	/**
	 * Creates an empty collection.
	 * @param limit the maximum size of the result
	 */
	LimitedAppendable(SizeLimit limit) {
		this.limit = limit;
	}

	/**
	 * Adds text.
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	@Override
	public Appendable append(CharSequence piece) {
		this.size += Utf8.size(piece);
		this.limit.check(this.size);
		this.result.append(piece);
		return this;
	}

	@Override
	public Appendable append(CharSequence piece, int start, int end) {
		return append(piece.subSequence(start, end));
	}

	@Override
	public Appendable append(char unit) {
		boolean half = Character.isSurrogate(unit);
		this.size += (unit < 0x80) ? 1 : (unit < 0x800 || half) ? 2 : 3;
		this.limit.check(this.size);
		this.result.append(unit);
		return this;
	}

	@Override
	public String toString() {
		return this.result.toString();
	}

}
