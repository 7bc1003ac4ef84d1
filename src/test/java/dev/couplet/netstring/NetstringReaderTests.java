package dev.couplet.netstring;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link NetstringReader}.
 */
class NetstringReaderTests {

	private static final int MAX_LENGTH = 100_000;

	private final NetstringReader reader = new NetstringReader(MAX_LENGTH);

	static List<String> payloads() {
		return List.of("", "a", "0", ",", "1:a,", "hello, world", "\0\r\n", "häßlich \uD83D\uDE00", "x".repeat(1023),
				"x".repeat(1024), "x".repeat(1025));
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void readsANetstringSplitAtAnyByte(String payload) throws Exception {
		byte[] netstring = netstring(payload);
		for (int cut = 0; cut < netstring.length; cut++) {
			ByteBuffer first = ByteBuffer.wrap(netstring, 0, cut);
			assertThat(this.reader.read(first)).isNull();
			assertThat(first.hasRemaining()).isFalse();
			assertThat(this.reader.hasBegun()).isEqualTo(cut > 0);
			assertThat(this.reader.read(ByteBuffer.wrap(netstring, cut, netstring.length - cut)))
				.isEqualTo(bytes(payload));
			assertThat(this.reader.hasBegun()).isFalse();
		}
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void readsANetstringByteByByte(String payload) throws Exception {
		byte[] netstring = netstring(payload);
		byte[] read = null;
		for (int i = 0; i < netstring.length; i++) {
			assertThat(read).isNull();
			read = this.reader.read(ByteBuffer.wrap(netstring, i, 1));
		}
		assertThat(read).isEqualTo(bytes(payload));
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void consumesNothingAfterANetstring(String payload) throws Exception {
		byte[] netstring = netstring(payload);
		ByteBuffer input = ByteBuffer.allocate(netstring.length + 3).put(netstring).put(bytes("1:a")).flip();
		assertThat(this.reader.read(input)).isEqualTo(bytes(payload));
		assertThat(input.position()).isEqualTo(netstring.length);
		assertThat(this.reader.hasBegun()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsBuffersOfEveryKindFromTheirPosition(boolean direct) throws Exception {
		ByteBuffer input = direct ? ByteBuffer.allocateDirect(20) : ByteBuffer.allocate(20).slice(3, 17);
		input.put(bytes("xx3:abc,yy")).flip().position(2);
		assertThat(this.reader.read(input)).isEqualTo(bytes("abc"));
		assertThat(input.remaining()).isEqualTo(2);
	}

	@Test
	void payloadsAreNotModifiedByLaterReads() throws Exception {
		byte[] first = read("3:abc,");
		byte[] second = read("3:xyz,");
		assertThat(first).isEqualTo(bytes("abc"));
		assertThat(second).isEqualTo(bytes("xyz"));
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
	void refusesAMalformedNetstringAtTheFirstInvalidByte(String netstring, int bytesRead, String reason) {
		byte[] bytes = bytes(netstring + "more");
		for (int cut = 0; cut < bytesRead; cut++) {
			NetstringReader fresh = new NetstringReader(MAX_LENGTH);
			int start = cut;
			ByteBuffer rest = ByteBuffer.wrap(bytes, start, bytes.length - start);
			assertThatExceptionOfType(MalformedNetstringException.class).isThrownBy(() -> {
				assertThat(fresh.read(ByteBuffer.wrap(bytes, 0, start))).isNull();
				fresh.read(rest);
			}).withMessageContaining(reason);
			assertThat(rest.position()).as("cut at %d", cut).isEqualTo(bytesRead);
		}
	}

	@Test
	void lengthOverTheMaximumHasItsOwnException() {
		assertThatExceptionOfType(NetstringTooLongException.class).isThrownBy(() -> read("100001"));
	}

	@Test
	void acceptsTheMaximumLengthAndRefusesOneMore() throws Exception {
		assertThat(new NetstringReader(12).read(ByteBuffer.wrap(netstring("123456789012")))).hasSize(12);
		assertThatExceptionOfType(NetstringTooLongException.class)
			.isThrownBy(() -> new NetstringReader(12).read(ByteBuffer.wrap(bytes("13"))));
		assertThat(new NetstringReader(0).read(ByteBuffer.wrap(bytes("0:,")))).isEmpty();
		assertThatExceptionOfType(NetstringTooLongException.class)
			.isThrownBy(() -> new NetstringReader(0).read(ByteBuffer.wrap(bytes("1"))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2147483648", "4294967297", "9999999999" })
	void lengthOverTheArrayLimitIsAlwaysTooLong(String length) {
		assertThatExceptionOfType(NetstringTooLongException.class)
			.isThrownBy(() -> new NetstringReader(Integer.MAX_VALUE).read(ByteBuffer.wrap(bytes(length + ":"))));
	}

	@Test
	void rejectsANegativeMaximum() {
		assertThatIllegalArgumentException().isThrownBy(() -> new NetstringReader(-1));
	}

	@Test
	void memoryGrowsWithTheBytesReceivedAndNotWithTheAnnouncedLength() throws Exception {
		NetstringReader generous = new NetstringReader(100_000_000);
		byte[] arrived = bytes("100000000:" + "x".repeat(5000));
		long before = allocatedBytes();
		assertThat(generous.read(ByteBuffer.wrap(arrived))).isNull();
		assertThat(allocatedBytes() - before).isLessThan(1_000_000);
	}

	@Test
	void payloadIsNotCopiedForEachChunk() throws Exception {
		int pieces = 1000;
		byte[] piece = bytes("x".repeat(1000));
		NetstringReader generous = new NetstringReader(pieces * piece.length);
		generous.read(ByteBuffer.wrap(bytes(pieces * piece.length + ":")));
		long before = allocatedBytes();
		for (int i = 0; i < pieces; i++) {
			assertThat(generous.read(ByteBuffer.wrap(piece))).isNull();
		}
		assertThat(allocatedBytes() - before).isLessThan(10L * pieces * piece.length);
		assertThat(generous.read(ByteBuffer.wrap(bytes(",")))).hasSize(pieces * piece.length);
	}

	private static long allocatedBytes() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

	private byte @Nullable [] read(String text) throws MalformedNetstringException {
		return this.reader.read(ByteBuffer.wrap(bytes(text)));
	}

	private static byte[] netstring(String payload) {
		ByteArrayOutputStream netstring = new ByteArrayOutputStream();
		byte[] bytes = bytes(payload);
		netstring.writeBytes(bytes(bytes.length + ":"));
		netstring.writeBytes(bytes);
		netstring.write(',');
		return netstring.toByteArray();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
