package dev.couplet.netstring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes {@link NetstringCodec} with arbitrary input.
 */
class NetstringCodecFuzzTests {

	private static final int MAX_LENGTH = 100_000;

	private final NetstringCodec codec = new NetstringCodec(MAX_LENGTH);

	@FuzzTest
	void readsNetstringsThatItWouldWriteOrRefusesTheInput(byte[] bytes) throws IOException {
		SlowStream input = new SlowStream(bytes);
		byte[] payload;
		try {
			payload = this.codec.read(input);
		}
		catch (EOFException | MalformedNetstringException ex) {
			return;
		}
		if (payload == null) {
			assertThat(bytes).isEmpty();
			return;
		}
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		this.codec.write(payload, written);
		assertThat(written.toByteArray()).isEqualTo(Arrays.copyOf(bytes, input.consumed()));
	}

	/**
	 * A stream that returns a few bytes at a time.
	 */
	private static final class SlowStream extends ByteArrayInputStream {

		private static final int CHUNK = 7;

		private SlowStream(byte[] bytes) {
			super(bytes);
		}

		private int consumed() {
			return this.pos;
		}

		@Override
		public synchronized int read(byte[] target, int offset, int length) {
			return super.read(target, offset, Math.min(length, CHUNK));
		}

	}

}
