package dev.couplet.tcp;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import dev.couplet.transform.SizeLimit;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProxyProtocolHandler} behind Netty's decoder, in the pipeline of a
 * connection.
 */
class ProxyProtocolHandlerTests {

	private static final String BALANCER = "192.0.2.1:50000";

	private static final String V1 = hex("PROXY TCP4 203.0.113.7 198.51.100.1 4711 11000\r\n");

	private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

	private static final String V2_TCP4 = SIGNATURE + "2111000c" + "cb007107" + "c6336401" + "1267" + "2af8";

	private static final String V2_TCP6 = SIGNATURE + "21210024" + "20010db8000000000000000000000007"
			+ "20010db8000000000000000000000001" + "1267" + "2af8";

	private static final String V2_EXTENSIONS = SIGNATURE + "21110013" + "cb007107" + "c6336401" + "1267" + "2af8"
			+ "04000461626364";

	private static final String V2_LOCAL = SIGNATURE + "20000000";

	private static final String V2_LOCAL_OF_TCP4 = SIGNATURE + "2011000c" + "cb007107" + "c6336401" + "1267" + "2af8";

	private final CountedFailures failures = new CountedFailures();

	private final RequestDeadline deadline = new RequestDeadline(TestLimits.defaults(), this.failures.newHandler());

	private final Gateway gateway = new Gateway();

	private final TestChannel channel = TestChannel.open(this.deadline, new LingeringClose(false),
			new ProxyProtocolHandler.FirstByte(), new HAProxyMessageDecoder(ProxyProtocolHandler.MAX_EXTENSIONS),
			new ProxyProtocolHandler(),
			new FrameDecoder(NetstringSerializer.forRequests(new SizeLimit(1000)).newReader(),
					TestLimits.newReservation()),
			this.gateway, this.failures.newHandler());

	static String[] headers() {
		return new String[] { V1, V2_TCP4, V2_TCP6, V2_EXTENSIONS, V2_LOCAL };
	}

	@ParameterizedTest
	@CsvSource({ "PROXY TCP4 203.0.113.7 198.51.100.1 4711 11000, 203.0.113.7:4711",
			"PROXY TCP6 2001:db8::7 2001:db8::1 4711 11000, 2001:db8:0:0:0:0:0:7:4711",
			"PROXY TCP6 ::ffff:203.0.113.7 ::ffff:198.51.100.1 4711 11000, 203.0.113.7:4711",
			"PROXY UNKNOWN, " + BALANCER, "PROXY UNKNOWN ffff:f...f:ffff ffff:f...f:ffff 65535 65535, " + BALANCER })
	void takesTheClientsAddressFromAHeaderOfVersion1(String header, String client) {
		receive(hex(header + "\r\n"));
		assertThat(client()).isEqualTo(client);
		assertThat(this.gateway.activations).isOne();
	}

	@ParameterizedTest
	@CsvSource({ V2_TCP4 + ", 203.0.113.7:4711", V2_TCP6 + ", 2001:db8:0:0:0:0:0:7:4711",
			V2_EXTENSIONS + ", 203.0.113.7:4711", V2_LOCAL + ", " + BALANCER, V2_LOCAL_OF_TCP4 + ", " + BALANCER })
	void takesTheClientsAddressFromAHeaderOfVersion2(String header, String client) {
		receive(header);
		assertThat(client()).isEqualTo(client);
		assertThat(this.gateway.activations).isOne();
	}

	@ParameterizedTest
	@MethodSource("headers")
	void theConnectionBecomesActiveAfterTheHeader(String header) {
		byte[] bytes = HexFormat.of().parseHex(header);
		assertThat(this.channel.reads()).isOne();
		for (int i = 0; i < bytes.length; i++) {
			assertThat(this.gateway.activations).isZero();
			int reads = this.channel.reads();
			this.channel.receive(Arrays.copyOfRange(bytes, i, i + 1));
			assertThat(this.channel.reads()).as("after byte %d", i).isEqualTo(reads + 1);
		}
		assertThat(this.gateway.activations).isOne();
		assertThat(this.deadline.isIdle()).isTrue();
		assertThat(this.channel.pipeline().get(ProxyProtocolHandler.class)).isNull();
		assertThat(this.channel.pipeline().get(HAProxyMessageDecoder.class)).isNull();
		this.channel.receive("5:hello,");
		assertThat(this.gateway.frames).containsExactly("hello");
	}

	@ParameterizedTest
	@MethodSource("headers")
	void servesARequestInTheSameSegmentAsTheHeader(String header) {
		ByteBuf received = receive(header + hex("5:hello,5:wor"));
		assertThat(this.gateway.frames).containsExactly("hello");
		this.channel.receive("ld,");
		assertThat(this.gateway.frames).containsExactly("hello", "world");
		assertThat(received.refCnt()).isZero();
	}

	@ParameterizedTest
	@MethodSource("headers")
	void readsAHeaderSplitAtAnyByte(String header) {
		byte[] bytes = HexFormat.of().parseHex(header + hex("5:hello,"));
		for (int cut = 1; cut < bytes.length; cut++) {
			ProxyProtocolHandlerTests fresh = new ProxyProtocolHandlerTests();
			fresh.channel.receive(Arrays.copyOfRange(bytes, 0, cut));
			fresh.channel.receive(Arrays.copyOfRange(bytes, cut, bytes.length));
			assertThat(fresh.gateway.frames).as("cut at %d", cut).containsExactly("hello");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "27:cummingsify.HERE IS MY POEM,", "GET / HTTP/1.1\r\n\r\n",
			"PROXY TCP4 203.0.113.7 198.51.100.1 4711 110000\r\n", "PROXY TCP4 client.example 198.51.100.1 1 2\r\n",
			"PROXY TCP4 2001:db8::7 2001:db8::1 1 2\r\n", "PROXY UDP4 203.0.113.7 198.51.100.1 1 2\r\n",
			"PROXY TCP4 203.0.113.7 198.51.100.1 4711\r\n", "proxy unknown\r\n" })
	void anInvalidHeaderIsAMalformedRequest(String garbage) {
		assertMalformed(hex(garbage + " ".repeat(108)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "15:cummingsify ABC,", "GET ", "z", "\n", "\u0016\u0003\u0001" })
	void refusesInvalidDataAtItsFirstByte(String garbage) {
		assertMalformed(hex(garbage));
	}

	@ParameterizedTest
	@ValueSource(strings = {
			// version 1 in binary, an unknown command, an unknown family
			"1111000ccb007107c633640112672af8", "2211000ccb007107c633640112672af8", "2141000ccb007107c633640112672af8",
			// addresses that are too short
			"21110004cb007107", "2121000ccb007107c633640112672af8",
			// an extension that is longer than the header
			"21110013cb007107c633640112672af804ffff61626364", "21110013cb007107c633640112672af820000461626364" })
	void anInvalidBinaryHeaderIsAMalformedRequest(String rest) {
		assertMalformed(SIGNATURE + rest);
	}

	@Test
	void anOverlongHeaderIsAMalformedRequest() {
		assertMalformed(hex("PROXY UNKNOWN " + "x".repeat(100)));
	}

	@Test
	void overlongExtensionsAreAMalformedRequest() {
		assertMalformed(SIGNATURE + "21112000" + "cb007107c633640112672af8" + "00".repeat(8180));
	}

	@Test
	void doesNotServeRequestsAfterAMalformedHeader() {
		ByteBuf received = receive(hex("garbage of some length\r\nPROXY UNKNOWN\r\nPROXY UNKNOWN\r\n5:hello,"));
		assertThat(this.failures.counts()).hasSize(1).containsEntry("malformed-request", 1);
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.gateway.activations).isZero();
		assertThat(this.gateway.frames).isEmpty();
		assertThat(received.refCnt()).isZero();
		assertThat(this.channel.hasTimer()).isFalse();
	}

	@Test
	void releasesExtensionsAfterAMalformedHeader() {
		ByteBuf received = receive(SIGNATURE + "21110004cb007107" + V2_EXTENSIONS + V2_EXTENSIONS + V2_EXTENSIONS);
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.gateway.activations).isZero();
		assertThat(received.refCnt()).isZero();
	}

	@Test
	void aHeaderThatDoesNotArriveInTimeIsARequestTimeout() {
		receive(hex("PROXY"));
		this.channel.pass(TestLimits.REQUEST);
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.failures.counts()).hasSize(1).containsEntry("request-timeout", 1);
	}

	@Test
	void aConnectionWithoutDataIsNotAFailure() {
		this.channel.receiveEnd();
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.failures.counts()).isEmpty();
	}

	@Test
	void aDisconnectWithinTheHeaderIsCountedAsVanished() {
		receive(hex("PROXY TCP4"));
		this.channel.receiveEnd();
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.failures.counts()).hasSize(1).containsEntry("vanished", 1);
	}

	private void assertMalformed(String hex) {
		ByteBuf received = receive(hex);
		assertThat(this.failures.counts()).hasSize(1).containsEntry("malformed-request", 1);
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.gateway.activations).isZero();
		assertThat(received.refCnt()).isZero();
	}

	private ByteBuf receive(String hex) {
		return this.channel.receive(HexFormat.of().parseHex(hex));
	}

	private String client() {
		InetSocketAddress address = Objects.requireNonNull(ClientAddress.of(this.channel));
		return address.getAddress().getHostAddress() + ":" + address.getPort();
	}

	private static String hex(String text) {
		return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Collects frames.
	 */
	private static final class Gateway extends ChannelInboundHandlerAdapter {

		private final List<String> frames = new ArrayList<>();

		private int activations;

		@Override
		public void channelActive(ChannelHandlerContext ctx) {
			this.activations++;
			ctx.read();
		}

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object msg) {
			this.frames.add(new String((byte[]) msg, StandardCharsets.US_ASCII));
			ctx.read();
		}

	}

}
