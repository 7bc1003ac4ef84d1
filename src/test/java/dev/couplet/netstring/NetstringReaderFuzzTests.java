package dev.couplet.netstring;

import java.nio.ByteBuffer;
import java.util.Arrays;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes {@link NetstringReader} with arbitrary input, split anywhere.
 */
class NetstringReaderFuzzTests {

	private static final int MAX_LENGTH = 100_000;

	@FuzzTest
	void resultDoesNotDependOnChunking(FuzzedDataProvider data) {
		byte[] cuts = data.consumeBytes(16);
		byte[] bytes = data.consumeRemainingAsBytes();
		Outcome whole = Outcome.of(MAX_LENGTH, ByteBuffer.wrap(bytes), () -> bytes.length);
		int[] next = { 0 };
		Outcome pieces = Outcome.of(MAX_LENGTH, ByteBuffer.wrap(bytes),
				() -> (cuts.length > 0) ? 1 + Byte.toUnsignedInt(cuts[next[0]++ % cuts.length]) : 1);
		assertThat(pieces.payloads()).usingElementComparator(Arrays::compare).isEqualTo(whole.payloads());
		assertThat(pieces.error()).isEqualTo(whole.error());
		assertThat(pieces.consumed()).isEqualTo(whole.consumed());
		assertThat(pieces.begun()).isEqualTo(whole.begun());
	}

}
