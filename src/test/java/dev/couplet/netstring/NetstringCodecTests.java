package dev.couplet.netstring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link NetstringCodec}.
 */
class NetstringCodecTests {

	private static final int MAX_LENGTH = 100_000;

	private final NetstringCodec codec = new NetstringCodec(MAX_LENGTH);

	static Stream<Arguments> framesInEveryChunkSize() {
		List<String> payloads = List.of("", "a", "0", ",", "1:a,", "hello, world", "\0\r\n", "häßlich \uD83D\uDE00",
				"x".repeat(1023), "x".repeat(1024), "x".repeat(1025), "x".repeat(99_999), "x".repeat(MAX_LENGTH));
		return payloads.stream()
			.flatMap((payload) -> IntStream.rangeClosed(1, 9).mapToObj((size) -> Arguments.of(payload, size)));
	}

	@ParameterizedTest
	@MethodSource("framesInEveryChunkSize")
	void readsItsOwnOutputInChunksOfAnySize(String payload, int chunkSize) throws IOException {
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		this.codec.write(bytes(payload), written);
		this.codec.write(bytes("next"), written);
		InputStream chunks = new ChunkedInputStream(written.toByteArray(), chunkSize);
		assertThat(this.codec.read(chunks)).isEqualTo(bytes(payload));
		assertThat(this.codec.read(chunks)).isEqualTo(bytes("next"));
		assertThat(this.codec.read(chunks)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a               | 1 | no digit
			' 1:a,'         | 1 | no digit
			+1:a,           | 1 | no digit
			-1:a,           | 1 | no digit
			:a,             | 1 | no digit
			','             | 1 | no digit
			1a              | 2 | no digit
			1 :a,           | 2 | no digit
			1;a,            | 2 | no digit
			00:,            | 2 | leading zero
			01:a,           | 2 | leading zero
			0x1:a,          | 2 | no digit
			'12 :'          | 3 | no digit
			'1:ab'          | 4 | no comma
			'1:a;'          | 4 | no comma
			'0:a'           | 3 | no comma
			'100001:'       | 6 | over
			'999999999999:' | 6 | over
			'2147483648:'   | 6 | over
			'4294967297:'   | 6 | over
			""")
	void refusesAMalformedFrameAtTheFirstInvalidByte(String frame, int bytesRead, String reason) {
		ByteArrayInputStream input = new ByteArrayInputStream(bytes(frame + "more"));
		assertThatExceptionOfType(MalformedNetstringException.class).isThrownBy(() -> this.codec.read(input))
			.withMessageContaining(reason);
		assertThat(bytes(frame + "more").length - input.available()).isEqualTo(bytesRead);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			1
			10
			1:
			0:
			2:a
			1:a
			""")
	void distinguishesATruncatedFrameFromACleanEnd(String frame) {
		assertThatExceptionOfType(EOFException.class)
			.isThrownBy(() -> this.codec.read(new ByteArrayInputStream(bytes(frame))));
	}

	@Test
	void returnsNullAtTheEndBetweenFrames() throws IOException {
		assertThat(this.codec.read(InputStream.nullInputStream())).isNull();
	}

	@Test
	void refusesOneByteOverTheMaximumAtTheDigitThatExceedsIt() throws IOException {
		NetstringCodec small = new NetstringCodec(12);
		assertThat(small.read(new ByteArrayInputStream(bytes("12:123456789012,")))).hasSize(12);
		ByteArrayInputStream input = new ByteArrayInputStream(bytes("13:1234567890123,"));
		assertThatExceptionOfType(MalformedNetstringException.class).isThrownBy(() -> small.read(input));
		assertThat(input.available()).isEqualTo(":1234567890123,".length());
	}

	@Test
	void maximumOfZeroAllowsOnlyTheEmptyFrame() throws IOException {
		NetstringCodec none = new NetstringCodec(0);
		assertThat(none.read(new ByteArrayInputStream(bytes("0:,")))).isEmpty();
		assertThatExceptionOfType(MalformedNetstringException.class)
			.isThrownBy(() -> none.read(new ByteArrayInputStream(bytes("1:a,"))));
	}

	@Test
	void writesTheLengthInBytes() throws IOException {
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		this.codec.write(bytes("ä"), written);
		assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("2:ä,");
	}

	@ParameterizedTest
	@CsvSource({ "'', ''", "trim., ''", "'', text", "trim., häßlich" })
	void writesAPayloadInTwoParts(String start, String rest) throws IOException {
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		this.codec.write(bytes(start), bytes(rest), written);
		assertThat(this.codec.read(new ByteArrayInputStream(written.toByteArray()))).isEqualTo(bytes(start + rest));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Returns a few bytes at a time, as a network may.
	 */
	private static final class ChunkedInputStream extends ByteArrayInputStream {

		private final int chunkSize;

		ChunkedInputStream(byte[] bytes, int chunkSize) {
			super(bytes);
			this.chunkSize = chunkSize;
		}

		@Override
		public synchronized int read(byte[] target, int offset, int length) {
			return super.read(target, offset, Math.min(length, this.chunkSize));
		}

		@Override
		public synchronized int available() {
			return Math.min(super.available(), this.chunkSize);
		}

	}

}
