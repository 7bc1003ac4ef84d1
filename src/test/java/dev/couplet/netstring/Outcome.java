package dev.couplet.netstring;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * What came of some bytes.
 *
 * @param payloads the payloads that were read
 * @param error why there were no more, or empty
 * @param consumed how many bytes were read
 * @param begun whether a netstring had begun at the end
 */
record Outcome(List<byte[]> payloads, String error, int consumed, boolean begun) {

	/**
	 * Lets a new reader read bytes in pieces.
	 * @param maxLength the maximum length of a payload in bytes
	 * @param bytes the bytes, all of the buffer
	 * @param lengths the lengths of the pieces in bytes, 0 now and then if need be
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
