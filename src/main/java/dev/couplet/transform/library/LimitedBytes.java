package dev.couplet.transform.library;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Collects bytes up to a size limit, for transforms that cannot compute the size of their
 * result in advance. The size is checked before bytes are added.
 */
final class LimitedBytes extends OutputStream {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final SizeLimit limit;

	/**
	 * Creates an empty collection.
	 * @param limit the maximum size of the result
	 */
	LimitedBytes(SizeLimit limit) {
		this.limit = limit;
	}

	@Override
	public void write(int octet) {
		this.limit.check(this.bytes.size() + 1L);
		this.bytes.write(octet);
	}

	/**
	 * Adds bytes.
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	@Override
	public void write(byte[] array, int offset, int length) {
		this.limit.check((long) this.bytes.size() + length);
		this.bytes.write(array, offset, length);
	}

	int size() {
		return this.bytes.size();
	}

	byte[] toByteArray() {
		return this.bytes.toByteArray();
	}

}
