package dev.couplet.protocol.mcp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MessageLines}.
 */
class MessageLinesTests {

	@ParameterizedTest
	@ValueSource(strings = { "a\nbc\n\u00e9\n", "a\nbc\n\u00e9", "\n\na\n \t\r\nbc\n\u00e9\n\n" })
	void everyLineThatIsNotBlankIsAMessage(String input) throws IOException {
		assertThat(lines(input, 10)).containsExactly("a", "bc", "\u00e9");
	}

	@Test
	void thereIsNothingInAnEmptyStream() throws IOException {
		assertThat(lines("", 10)).isEmpty();
		assertThat(lines("\n \n", 10)).isEmpty();
	}

	@Test
	void aLineOverTheLimitIsSkippedAndTheNextOneIsRead() throws IOException {
		assertThat(lines("0123456789\n0123456789a\nb\n", 10)).containsExactly("0123456789", "too long", "b");
		assertThat(lines("x".repeat(100_000) + "\nb", 10)).containsExactly("too long", "b");
		assertThat(lines(" ".repeat(100_000) + "\nb", 10)).containsExactly("too long", "b");
		assertThat(lines("x".repeat(100_000), 10)).containsExactly("too long");
	}

	@Test
	void aLineCanBeLongerThanTheBuffer() throws IOException {
		String line = "x".repeat(100_000);
		assertThat(lines("a\n" + line + "\nb", 100_000)).containsExactly("a", line, "b");
	}

	private static List<String> lines(String input, int limit) throws IOException {
		List<String> whole = read(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), limit);
		assertThat(read(new Dripping(input.getBytes(StandardCharsets.UTF_8)), limit)).isEqualTo(whole);
		return whole;
	}

	private static List<String> read(InputStream in, int limit) throws IOException {
		MessageLines lines = new MessageLines(in, limit);
		List<String> read = new ArrayList<>();
		while (lines.next()) {
			byte[] line = lines.line();
			read.add((line != null) ? new String(line, StandardCharsets.UTF_8) : "too long");
		}
		return read;
	}

	/**
	 * A stream that has one byte at a time.
	 */
	private static final class Dripping extends ByteArrayInputStream {

		Dripping(byte[] bytes) {
			super(bytes);
		}

		@Override
		public synchronized int read(byte[] target, int offset, int length) {
			return super.read(target, offset, Math.min(length, 1));
		}

	}

}
