package dev.couplet.netstring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes {@link NetstringCodec} with whatever a stranger may send.
 */
class NetstringCodecFuzzTests {

	private static final int MAX_LENGTH = 100_000;

	private final NetstringCodec codec = new NetstringCodec(MAX_LENGTH);

	@FuzzTest
	void readsWhatItWouldWriteOrRefusesIt(byte[] bytes) throws IOException {
		Arrivals input = new Arrivals(bytes);
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
	 * A stream whose bytes arrive a few at a time.
	 */
	private static final class Arrivals extends ByteArrayInputStream {

		private static final int ARRIVAL = 7;

		private Arrivals(byte[] bytes) {
			super(bytes);
		}

		private int consumed() {
			return this.pos;
		}

		@Override
		public synchronized int read(byte[] target, int offset, int length) {
			return super.read(target, offset, Math.min(length, ARRIVAL));
		}

	}

}
