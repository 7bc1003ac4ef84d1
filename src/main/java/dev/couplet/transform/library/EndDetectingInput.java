package dev.couplet.transform.library;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/**
 * Bytes for a decompressor that does not say whether they are damaged or cut off. They
 * are cut off if it failed after it tried to read beyond their end.
 */
final class EndDetectingInput extends FilterInputStream {

	private boolean exhausted;

	EndDetectingInput(byte[] bytes) {
		super(new ByteArrayInputStream(bytes));
	}

	boolean isExhausted() {
		return this.exhausted;
	}

	@Override
	public int read() throws IOException {
		int octet = super.read();
		this.exhausted |= octet < 0;
		return octet;
	}

	@Override
	public int read(byte[] array, int offset, int length) throws IOException {
		int count = super.read(array, offset, length);
		this.exhausted |= count < 0;
		return count;
	}

}
