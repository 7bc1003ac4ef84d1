package dev.couplet.netstring;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.couplet.PropertyTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link NetstringCodec}, tested with random input.
 */
@Execution(ExecutionMode.CONCURRENT)
class NetstringCodecPropertyTests {

	private final NetstringCodec codec = new NetstringCodec(RandomBytes.MAX_LENGTH);

	@PropertyTest
	void decodingRestoresTheEncodedPayloads(RandomGenerator random) throws IOException {
		List<byte[]> payloads = RandomBytes.payloads(random);
		ByteArrayInputStream input = new ByteArrayInputStream(RandomBytes.netstrings(payloads));
		for (byte[] payload : payloads) {
			assertThat(this.codec.read(input)).isEqualTo(payload);
		}
		assertThat(input.available()).isZero();
		assertThat(this.codec.read(input)).isNull();
	}

	@PropertyTest
	void anyInputYieldsAPayloadOrADocumentedException(RandomGenerator random) throws IOException {
		byte[] bytes = RandomBytes.nearlyNetstrings(random);
		ByteArrayInputStream input = new ByteArrayInputStream(bytes);
		try {
			byte[] payload = this.codec.read(input);
			if (payload == null) {
				assertThat(bytes).isEmpty();
			}
			else {
				assertThat(bytes).startsWith(RandomBytes.netstrings(List.of(payload)));
			}
		}
		catch (EOFException ex) {
			assertThat(input.available()).isZero();
		}
		catch (MalformedNetstringException ex) {
			assertThat(ex).hasMessageMatching("[ a-z0-9]+");
		}
	}

}
