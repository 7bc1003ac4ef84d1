package dev.couplet.transform.library;

import com.ibm.icu.text.Replaceable;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * A gap buffer, which ICU's transliterators edit in place in linear time. They go through
 * a text from start to end, so each edit is close to the previous one and moves few
 * characters; in ICU's own buffer it moves all characters after it. Transliterators
 * assemble a replacement that contains parts of the text behind the end of the text.
 * These characters are kept in a separate buffer, because the gap would have to move
 * there and back.
 */
final class EditableText implements Replaceable {

	private static final int MAX_UNITS_PER_BYTE = 4;

	private static final int MIN_GAP = 64;

	private final StringBuilder scratch = new StringBuilder();

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

	@Override
	public int length() {
		return end() + this.scratch.length();
	}

	/**
	 * Returns the limit for a part of the text.
	 * @return the maximum size of intermediate texts
	 */
	SizeLimit limit() {
		return new SizeLimit(MAX_UNITS_PER_BYTE * this.maxBytes);
	}

	private int end() {
		return this.units.length - (this.gapEnd - this.gapStart);
	}

	@Override
	public char charAt(int offset) {
		if (offset < this.gapStart) {
			return this.units[offset];
		}
		int index = offset + (this.gapEnd - this.gapStart);
		return (index < this.units.length) ? this.units[index] : this.scratch.charAt(index - this.units.length);
	}

	@Override
	public int char32At(int offset) {
		char unit = charAt(offset);
		if (Character.isHighSurrogate(unit) && offset + 1 < length()) {
			char next = charAt(offset + 1);
			return Character.isLowSurrogate(next) ? Character.toCodePoint(unit, next) : unit;
		}
		if (Character.isLowSurrogate(unit) && offset > 0) {
			char previous = charAt(offset - 1);
			return Character.isHighSurrogate(previous) ? Character.toCodePoint(previous, unit) : unit;
		}
		return unit;
	}

	@Override
	public void getChars(int start, int end, char[] target, int targetStart) {
		for (int i = start; i < end; i++) {
			target[targetStart + i - start] = charAt(i);
		}
	}

	@Override
	public void replace(int start, int end, String replacement) {
		int last = end();
		if (start >= last) {
			this.scratch.replace(start - last, end - last, replacement);
			return;
		}
		if (end > last) {
			this.scratch.delete(0, end - last);
		}
		int replacedEnd = Math.min(end, last);
		moveGapInto(start, replacedEnd);
		this.gapEnd += replacedEnd - this.gapStart;
		this.gapStart = start;
		makeRoom(replacement.length());
		replacement.getChars(0, replacement.length(), this.units, this.gapStart);
		this.gapStart += replacement.length();
	}

	@Override
	public void replace(int start, int end, char[] source, int sourceStart, int length) {
		replace(start, end, new String(source, sourceStart, length));
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
		long needed = (long) end() + length;
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

	@Override
	public void copy(int start, int end, int target) {
		replace(target, target, substring(start, end));
	}

	/**
	 * Returns a part of the text.
	 * @param start the start offset
	 * @param end the end offset
	 * @return the part
	 */
	String substring(int start, int end) {
		char[] part = new char[end - start];
		getChars(start, end, part, 0);
		return new String(part);
	}

	@Override
	public boolean hasMetaData() {
		return false;
	}

	@Override
	public String toString() {
		return substring(0, length());
	}

}
