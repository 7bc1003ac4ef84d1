package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * A gap buffer, in which a text is edited in linear time if each edit is close to the
 * previous one, as edits from its start to its end are.
 */
final class EditableText {

	private static final int MAX_UNITS_PER_BYTE = 4;

	private static final int MIN_GAP = 64;

	private final long maxBytes;

	private char[] units;

	private int gapStart;

	private int gapEnd;

	/**
	 * Creates an editable copy of a text.
	 * @param text any text
	 * @param maxBytes the maximum size of the result. Intermediate texts may be longer,
	 * because letters and marks can be separate; the limit for them is four code units
	 * for each byte
	 */
	EditableText(String text, long maxBytes) {
		this.maxBytes = maxBytes;
		this.gapEnd = MIN_GAP + text.length() / 2;
		this.units = new char[this.gapEnd + text.length()];
		text.getChars(0, text.length(), this.units, this.gapEnd);
	}

	int length() {
		return this.units.length - (this.gapEnd - this.gapStart);
	}

	/**
	 * Returns the limit for a part of the text.
	 * @return the maximum size of intermediate texts
	 */
	SizeLimit limit() {
		return new SizeLimit(MAX_UNITS_PER_BYTE * this.maxBytes);
	}

	char charAt(int offset) {
		return this.units[(offset < this.gapStart) ? offset : offset + (this.gapEnd - this.gapStart)];
	}

	int codePointAt(int offset) {
		char unit = charAt(offset);
		if (Character.isHighSurrogate(unit) && offset + 1 < length()) {
			char next = charAt(offset + 1);
			return Character.isLowSurrogate(next) ? Character.toCodePoint(unit, next) : unit;
		}
		return unit;
	}

	int codePointBefore(int offset) {
		char unit = charAt(offset - 1);
		if (Character.isLowSurrogate(unit) && offset > 1) {
			char previous = charAt(offset - 2);
			return Character.isHighSurrogate(previous) ? Character.toCodePoint(previous, unit) : unit;
		}
		return unit;
	}

	/**
	 * Replaces a part of the text.
	 * @param start the start offset
	 * @param end the end offset
	 * @param replacement the new part
	 * @throws ValueTooLargeException if the text would be too long
	 */
	void replace(int start, int end, String replacement) {
		moveGapInto(start, end);
		this.gapEnd += end - this.gapStart;
		this.gapStart = start;
		makeRoom(replacement.length());
		replacement.getChars(0, replacement.length(), this.units, this.gapStart);
		this.gapStart += replacement.length();
	}

	private void moveGapInto(int start, int end) {
		if (end < this.gapStart) {
			int moved = this.gapStart - end;
			System.arraycopy(this.units, end, this.units, this.gapEnd - moved, moved);
			this.gapStart -= moved;
			this.gapEnd -= moved;
		}
		else if (start > this.gapStart) {
			int moved = start - this.gapStart;
			System.arraycopy(this.units, this.gapEnd, this.units, this.gapStart, moved);
			this.gapStart += moved;
			this.gapEnd += moved;
		}
	}

	private void makeRoom(int length) {
		if (length <= this.gapEnd - this.gapStart) {
			return;
		}
		long needed = (long) length() + length;
		if (needed > MAX_UNITS_PER_BYTE * this.maxBytes) {
			throw new ValueTooLargeException(this.maxBytes);
		}
		char[] larger = new char[Math.toIntExact(needed + needed / 2 + MIN_GAP)];
		int after = this.units.length - this.gapEnd;
		System.arraycopy(this.units, 0, larger, 0, this.gapStart);
		System.arraycopy(this.units, this.gapEnd, larger, larger.length - after, after);
		this.units = larger;
		this.gapEnd = larger.length - after;
	}

	/**
	 * Returns a part of the text.
	 * @param start the start offset
	 * @param end the end offset
	 * @return the part
	 */
	String substring(int start, int end) {
		char[] part = new char[end - start];
		int split = Math.clamp(this.gapStart, start, end);
		System.arraycopy(this.units, start, part, 0, split - start);
		System.arraycopy(this.units, split + (this.gapEnd - this.gapStart), part, split - start, end - split);
		return new String(part);
	}

	@Override
	public String toString() {
		return substring(0, length());
	}

}
