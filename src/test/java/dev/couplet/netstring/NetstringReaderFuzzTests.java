package dev.couplet.netstring;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes {@link NetstringReader} with whatever may arrive, cut anywhere.
 */
class NetstringReaderFuzzTests {

	private static final int MAX_LENGTH = 100_000;

	@FuzzTest
	void readsTheSameInWhateverPiecesItArrives(FuzzedDataProvider data) {
		byte[] cuts = data.consumeBytes(16);
		byte[] bytes = data.consumeRemainingAsBytes();
		Outcome whole = read(bytes, () -> bytes.length);
		int[] next = { 0 };
		Outcome pieces = read(bytes,
				() -> (cuts.length > 0) ? 1 + Byte.toUnsignedInt(cuts[next[0]++ % cuts.length]) : 1);
		assertThat(pieces.payloads()).usingElementComparator(Arrays::compare).isEqualTo(whole.payloads());
		assertThat(pieces.error()).isEqualTo(whole.error());
		assertThat(pieces.consumed()).isEqualTo(whole.consumed());
		assertThat(pieces.begun()).isEqualTo(whole.begun());
	}

	private static Outcome read(byte[] bytes, IntSupplier lengths) {
		NetstringReader reader = new NetstringReader(MAX_LENGTH);
		List<byte[]> payloads = new ArrayList<>();
		int start = 0;
		while (start < bytes.length) {
			int length = Math.min(lengths.getAsInt(), bytes.length - start);
			ByteBuffer piece = ByteBuffer.wrap(bytes, start, length);
			try {
				while (piece.hasRemaining()) {
					byte[] payload = reader.read(piece);
					if (payload != null) {
						payloads.add(payload);
					}
				}
			}
			catch (MalformedNetstringException ex) {
				return new Outcome(payloads, String.valueOf(ex.getMessage()), piece.position(), reader.hasBegun());
			}
			start += length;
		}
		return new Outcome(payloads, "", start, reader.hasBegun());
	}

	/**
	 * What came of some bytes.
	 *
	 * @param payloads the payloads that were read
	 * @param error why there were no more, or empty
	 * @param consumed how many bytes were read
	 * @param begun whether a netstring had begun at the end
	 */
	private record Outcome(List<byte[]> payloads, String error, int consumed, boolean begun) {

	}

}
