package dev.couplet.netstring;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * The outcome of reading bytes with a {@link NetstringReader}.
 *
 * @param payloads the payloads that were read
 * @param error the error message, or empty
 * @param consumed the number of bytes consumed
 * @param begun whether the input ended inside a netstring
 */
record Outcome(List<byte[]> payloads, String error, int consumed, boolean begun) {

	/**
	 * Reads bytes in chunks with a new reader.
	 * @param maxLength the maximum length of a payload in bytes
	 * @param bytes the input, from the first byte of the buffer to the last
	 * @param lengths supplies the length of each chunk in bytes; may return 0
	 * @return the outcome
	 */
	static Outcome of(int maxLength, ByteBuffer bytes, IntSupplier lengths) {
		NetstringReader reader = new NetstringReader(maxLength);
		List<byte[]> payloads = new ArrayList<>();
		int start = 0;
		while (start < bytes.capacity()) {
			int length = Math.min(lengths.getAsInt(), bytes.capacity() - start);
			ByteBuffer piece = bytes.slice(start, length);
			try {
				do {
					byte[] payload = reader.read(piece);
					if (payload != null) {
						payloads.add(payload);
					}
				}
				while (piece.hasRemaining());
			}
			catch (MalformedNetstringException ex) {
				return new Outcome(payloads, String.valueOf(ex.getMessage()), start + piece.position(),
						reader.hasBegun());
			}
			start += length;
		}
		return new Outcome(payloads, "", start, reader.hasBegun());
	}

}
