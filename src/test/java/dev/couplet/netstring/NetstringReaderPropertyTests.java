package dev.couplet.netstring;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

import dev.couplet.PropertyTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link NetstringReader}, tested with random input.
 */
@Execution(ExecutionMode.CONCURRENT)
class NetstringReaderPropertyTests {

	@PropertyTest
	void readsAnyNumberOfNetstringsInChunksOfAnySize(RandomGenerator random) {
		List<byte[]> payloads = RandomBytes.payloads(random);
		Outcome outcome = read(RandomBytes.netstrings(payloads), random);
		assertThat(outcome.error()).isEmpty();
		assertThat(outcome.payloads()).usingElementComparator(Arrays::compare).isEqualTo(payloads);
		assertThat(outcome.begun()).isFalse();
	}

	@PropertyTest
	void refusesMalformedNetstringsAtTheSameByteInChunksOfAnySize(RandomGenerator random) {
		byte[] bytes = RandomBytes.nearlyNetstrings(random);
		Outcome whole = Outcome.of(RandomBytes.MAX_LENGTH, ByteBuffer.wrap(bytes), () -> bytes.length);
		Outcome pieces = read(bytes, random);
		assertThat(pieces.error()).isEqualTo(whole.error());
		assertThat(pieces.consumed()).isEqualTo(whole.consumed());
		assertThat(pieces.payloads()).usingElementComparator(Arrays::compare).isEqualTo(whole.payloads());
		assertThat(pieces.begun()).isEqualTo(whole.begun());
	}

	@PropertyTest
	void readsAllCompleteNetstringsOfATruncatedInput(RandomGenerator random) {
		List<byte[]> payloads = RandomBytes.payloads(random);
		byte[] bytes = RandomBytes.netstrings(payloads);
		int cut = random.nextInt(bytes.length + 1);
		List<byte[]> whole = new ArrayList<>(payloads);
		while (RandomBytes.netstrings(whole).length > cut) {
			whole.removeLast();
		}
		Outcome outcome = read(Arrays.copyOf(bytes, cut), random);
		assertThat(outcome.error()).isEmpty();
		assertThat(outcome.payloads()).usingElementComparator(Arrays::compare).isEqualTo(whole);
		assertThat(outcome.begun()).isEqualTo(cut > RandomBytes.netstrings(whole).length);
	}

	private static Outcome read(byte[] bytes, RandomGenerator random) {
		int longest = random.nextInt(1, random.nextBoolean() ? 6 : 5000);
		IntSupplier lengths = () -> random.nextInt(longest + 1);
		return Outcome.of(RandomBytes.MAX_LENGTH, RandomBytes.buffer(bytes, random), lengths);
	}

}
