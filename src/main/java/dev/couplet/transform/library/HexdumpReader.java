package dev.couplet.transform.library;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Reads dumps of bytes as {@code xxd} and {@code hexdump -C} write them: lines of an
 * offset, bytes in hexadecimal, and characters. The characters are not read. Offsets can
 * start anywhere, and each must be that of the next byte.
 */
final class HexdumpReader {

	private final LimitedBytes bytes;

	private final String text;

	private int number;

	// the index of the current line's first character
	private int start;

	// the first offset, or -1 before it
	private long base = -1;

	private byte[] previous = new byte[0];

	private boolean repeated;

	private boolean ended;

	private HexdumpReader(String text, SizeLimit limit) {
		this.text = text;
		this.bytes = new LimitedBytes(limit);
	}

	/**
	 * Reads a dump.
	 * @param text lines; blank ones are ignored
	 * @param limit the maximum size of the result
	 * @return the bytes
	 * @throws ValueRefusedException if a line is not of a dump, or does not continue the
	 * line before it
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static byte[] read(String text, SizeLimit limit) {
		return new HexdumpReader(text, limit).read();
	}

	private byte[] read() {
		this.start = ByteOrderMark.of(this.text).length();
		while (this.start < this.text.length()) {
			this.number++;
			int feed = this.text.indexOf('\n', this.start);
			int end = (feed < 0) ? this.text.length() : feed;
			readLine(new HexdumpLine(this.text, this.start, end, this.number));
			this.start = end + 1;
		}
		if (this.repeated) {
			throw new ValueRefusedException(
					"the dump ends with *, so how often the line before it is repeated is not known");
		}
		if (this.base >= 0 && this.bytes.size() == 0) {
			throw new ValueRefusedException(
					"the dump has an offset and no bytes; if it is hexadecimal only, hex-decode decodes it");
		}
		return this.bytes.toByteArray();
	}

	private void readLine(HexdumpLine line) {
		if (line.isBlank()) {
			return;
		}
		if (this.ended) {
			throw refusal("a line after the last offset");
		}
		if (line.isRepetition()) {
			if (this.repeated || this.previous.length == 0) {
				throw refusal("a * that does not follow a line of bytes");
			}
			this.repeated = true;
			return;
		}
		moveTo(line.readOffset());
		if (line.isBlank()) {
			this.ended = true;
			return;
		}
		this.previous = line.readBytes();
		this.bytes.write(this.previous, 0, this.previous.length);
	}

	private void moveTo(long offset) {
		this.base = (this.base < 0) ? offset : this.base;
		long missing = offset - this.base - this.bytes.size();
		if (this.repeated && missing > 0 && missing % this.previous.length == 0) {
			for (long done = 0; done < missing; done += this.previous.length) {
				this.bytes.write(this.previous, 0, this.previous.length);
			}
			this.repeated = false;
		}
		else if (missing != 0 || this.repeated) {
			throw refusal("the offset is not that of the next byte");
		}
	}

	private ValueRefusedException refusal(String what) {
		return new ValueRefusedException("not a dump as of xxd or hexdump -C at line " + this.number + ": " + what);
	}

}
