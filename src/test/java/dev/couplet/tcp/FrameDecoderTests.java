package dev.couplet.tcp;

import java.io.EOFException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;

import dev.couplet.transform.SizeLimit;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrameDecoder}, with netstrings.
 */
class FrameDecoderTests {

	private static final FrameCodec NETSTRINGS = NetstringSerializer.forRequests(new SizeLimit(100_000));

	private static final List<String> FRAMES = List.of("hello", "", "1:a,", "x".repeat(70), "\0\r\n");

	private final RequestDeadline deadline = newDeadline();

	private final FrameCollector collector = new FrameCollector(false);

	private final TestChannel channel = TestChannel.open(this.deadline,
			new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()), this.collector);

	static IntStream everyChunkSize() {
		return IntStream.rangeClosed(1, netstrings(FRAMES).length());
	}

	@ParameterizedTest
	@MethodSource("everyChunkSize")
	void decodesFramesInChunksOfAnySize(int chunkSize) {
		FrameCollector eager = new FrameCollector(true);
		TestChannel connection = TestChannel.open(newDeadline(),
				new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()), eager);
		connection.read();
		byte[] bytes = netstrings(FRAMES).getBytes(StandardCharsets.ISO_8859_1);
		List<ByteBuf> chunks = new ArrayList<>();
		for (int start = 0; start < bytes.length; start += chunkSize) {
			chunks.add(connection.receive(Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + chunkSize))));
		}
		assertThat(eager.frames()).isEqualTo(FRAMES);
		assertThat(eager.failures()).isEmpty();
		assertThat(chunks).allSatisfy((chunk) -> assertThat(chunk.refCnt()).isZero());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1:b," })
	void releasesALargeBufferWhileItsRequestIsServed(String more) {
		this.channel.read();
		ByteBuf large = Unpooled.buffer(128 * 1024).writeBytes(bytes("5000:" + "x".repeat(5000) + "," + more));
		this.channel.writeInbound(large);
		assertThat(this.collector.frames()).hasSize(1);
		assertThat(large.refCnt()).isZero();
	}

	@Test
	void releasesAFullBufferWhileItsRequestIsServed() {
		this.channel.read();
		ByteBuf full = this.channel.receive("50000:" + "x".repeat(50_000) + ",");
		assertThat(this.collector.frames()).hasSize(1);
		assertThat(full.refCnt()).isZero();
	}

	@Test
	void decodesFramesFromBuffersWithAnyOffset() {
		FrameCollector eager = new FrameCollector(true);
		TestChannel connection = TestChannel.open(newDeadline(),
				new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()), eager);
		connection.read();
		ByteBuf direct = PooledByteBufAllocator.DEFAULT.directBuffer().writeBytes(bytes("..3:abc,2:d")).skipBytes(2);
		ByteBuf slice = Unpooled.wrappedBuffer(bytes("...e,....")).slice(3, 2);
		connection.writeInbound(direct, Unpooled.EMPTY_BUFFER, slice);
		assertThat(eager.frames()).containsExactly("abc", "de");
		assertThat(direct.refCnt()).isZero();
		assertThat(slice.refCnt()).isZero();
	}

	@Test
	void deliversOneFrameForEachRead() {
		ByteBuf received = this.channel.receive("1:a,1:b,1:c,");
		assertThat(this.collector.frames()).isEmpty();
		this.channel.read();
		assertThat(this.collector.frames()).containsExactly("a");
		this.channel.read();
		assertThat(this.collector.frames()).containsExactly("a", "b");
		this.channel.read();
		assertThat(this.collector.frames()).containsExactly("a", "b", "c");
		assertThat(received.refCnt()).isZero();
	}

	@Test
	void repeatedReadsDeliverOnlyOneFrame() {
		this.channel.read();
		this.channel.read();
		this.channel.receive("1:a,1:b,");
		assertThat(this.collector.frames()).containsExactly("a");
	}

	@Test
	void doesNotReadFromTheSocketWhileARequestIsServed() {
		this.channel.read();
		int reads = this.channel.reads();
		this.channel.receive("1:a,");
		assertThat(this.channel.reads()).isEqualTo(reads);
		this.channel.read();
		assertThat(this.channel.reads()).isEqualTo(reads + 1);
	}

	@Test
	void doesNotDecodeWhileARequestIsServed() {
		this.channel.read();
		this.channel.receive("1:a,not a netstring");
		this.channel.receive("nor this");
		assertThat(this.collector.frames()).containsExactly("a");
		assertThat(this.collector.failures()).isEmpty();
		this.channel.read();
		assertThat(this.collector.failures()).hasSize(1);
	}

	@Test
	void readsFromTheSocketUntilTheFrameIsComplete() {
		this.channel.read();
		for (String part : List.of("3", ":", "ab", "c")) {
			int reads = this.channel.reads();
			this.channel.receive(part);
			assertThat(this.channel.reads()).as(part).isEqualTo(reads + 1);
		}
		this.channel.receive(",");
		assertThat(this.collector.frames()).containsExactly("abc");
	}

	@Test
	void manyPipelinedFramesDoNotOverflowTheStack() {
		FrameCollector eager = new FrameCollector(true);
		TestChannel connection = TestChannel.open(newDeadline(),
				new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()), eager);
		connection.read();
		List<String> frames = Collections.nCopies(10_000, "a");
		ByteBuf received = connection.receive(netstrings(frames));
		assertThat(eager.frames()).isEqualTo(frames);
		assertThat(eager.failures()).isEmpty();
		assertThat(received.refCnt()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET / HTTP/1.1", "01:a,", "1:a;", ":" })
	void invalidBytesFailAfterTheFramesBeforeThem(String malformed) {
		this.channel.read();
		ByteBuf received = this.channel.receive("1:a," + malformed + "1:b,");
		this.channel.read();
		assertThat(this.collector.frames()).containsExactly("a");
		assertThat(this.collector.failures()).singleElement()
			.isInstanceOf(ProtocolException.class)
			.isNotInstanceOf(FrameTooLargeException.class);
		assertThat(received.refCnt()).isZero();
	}

	@Test
	void anOversizedFrameFailsBeforeItArrives() {
		this.channel.read();
		ByteBuf received = this.channel.receive("104002");
		assertThat(this.collector.failures()).singleElement().isInstanceOf(FrameTooLargeException.class);
		assertThat(received.refCnt()).isZero();
	}

	@Test
	void releasesTheRestAfterAFailure() {
		this.channel.read();
		this.channel.receive("x");
		ByteBuf rest = this.channel.receive("1:b,");
		this.channel.read();
		assertThat(rest.refCnt()).isZero();
		assertThat(this.collector.frames()).isEmpty();
		assertThat(this.collector.failures()).hasSize(1);
	}

	@Test
	void stillReadsFromTheSocketAfterAFailure() {
		this.channel.read();
		this.channel.receive("x");
		int reads = this.channel.reads();
		this.channel.read();
		assertThat(this.channel.reads()).isEqualTo(reads + 1);
	}

	@Test
	void theEndOfTheStreamBetweenRequestsClosesTheConnection() {
		this.channel.read();
		this.channel.receive("1:a,");
		this.channel.read();
		this.channel.receiveEnd();
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.collector.failures()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1:", "1:b", "12:b," })
	void theEndOfTheStreamWithinARequestIsAFailure(String part) {
		this.channel.read();
		this.channel.receive("1:a," + part);
		this.channel.read();
		this.channel.receiveEnd();
		assertThat(this.collector.frames()).containsExactly("a");
		assertThat(this.collector.failures()).singleElement().isInstanceOf(EOFException.class);
	}

	@Test
	void theEndOfTheStreamWithinATlsRecordIsAFailure() {
		ChannelInboundHandlerAdapter incompleteRecord = new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext ctx, Object msg) {
				ReferenceCountUtil.release(msg);
			}

		};
		FrameCollector decrypted = new FrameCollector(false);
		TestChannel tls = TestChannel.open(newDeadline(), incompleteRecord,
				new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()), decrypted);
		tls.read();
		tls.receive("x");
		tls.receiveEnd();
		assertThat(decrypted.failures()).singleElement().isInstanceOf(EOFException.class);
	}

	@Test
	void theEndOfTheStreamIsHandledAfterAllRequestsBeforeIt() {
		this.channel.read();
		this.channel.receive("1:a,1:b,");
		this.channel.receiveEnd();
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.read();
		assertThat(this.collector.frames()).containsExactly("a", "b");
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.read();
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.collector.failures()).isEmpty();
	}

	@Test
	void theEndOfTheStreamWithAPartialNextRequestIsAFailure() {
		this.channel.read();
		ByteBuf received = this.channel.receive("1:a,1:");
		this.channel.receiveEnd();
		assertThat(this.collector.failures()).isEmpty();
		this.channel.read();
		assertThat(this.collector.failures()).singleElement().isInstanceOf(EOFException.class);
		assertThat(received.refCnt()).isZero();
	}

	@Test
	void aCloseNotifyEndsTheStream() {
		this.channel.read();
		this.channel.receive("1:a,");
		this.channel.read();
		this.channel.pipeline().fireUserEventTriggered(SslCloseCompletionEvent.SUCCESS);
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.collector.failures()).isEmpty();
	}

	@Test
	void releasesUndecodedBytesWhenTheConnectionIsClosed() {
		this.channel.read();
		ByteBuf first = this.channel.receive("1:a,1:b,");
		ByteBuf second = this.channel.receive("1:c,");
		this.channel.pipeline().close();
		assertThat(first.refCnt()).isZero();
		assertThat(second.refCnt()).isZero();
	}

	@Test
	void releasesUndecodedBytesWhenTheClientDisconnects() {
		this.channel.read();
		ByteBuf received = this.channel.receive("1:a,1:b,");
		// from the first handler, as the deadlines do
		this.channel.pipeline().firstContext().close();
		this.channel.runPendingTasks();
		assertThat(received.refCnt()).isZero();
	}

	@Test
	void releasesBytesThatArriveAfterTheClose() {
		FrameCollector eager = new FrameCollector(true);
		TestChannel closing = TestChannel.open(newDeadline(), new SlowClose(),
				new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()), eager);
		closing.read();
		closing.pipeline().close();
		assertThat(closing.receive("1:a,").refCnt()).isZero();
		assertThat(closing.isOpen()).isTrue();
		assertThat(eager.frames()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "9999999", "12:part" })
	void hasNoDeadlineWhileTheConnectionIsBeingClosed(String received) {
		CountedFailures failures = new CountedFailures();
		TestChannel closing = TestChannel.open(new RequestDeadline(TestLimits.defaults(), failures.newHandler()),
				new SlowClose(), new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()),
				new FrameCollector(true));
		closing.read();
		closing.receive(received);
		closing.pipeline().close();
		closing.receive("more");
		closing.pass(Duration.ofDays(1));
		assertThat(closing.isOpen()).isTrue();
		assertThat(failures.counts()).isEmpty();
	}

	@Test
	void reportsTheStateOfTheRequestToTheDeadline() {
		this.channel.read();
		assertThat(this.deadline.isIdle()).isTrue();
		this.channel.receive("1:a,1:");
		assertThat(this.deadline.hasRequested()).isTrue();
		assertThat(this.deadline.isInterrupted()).isFalse();
		this.channel.read();
		assertThat(this.deadline.isIdle()).isFalse();
		assertThat(this.deadline.isInterrupted()).isTrue();
		this.channel.receive("b,");
		assertThat(this.deadline.isIdle()).isFalse();
		this.channel.read();
		assertThat(this.deadline.isIdle()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theSetupEndsWithASuccessfulTlsHandshake(boolean success) throws Exception {
		RequestDeadline setUp = newDeadline();
		TestChannel tls = TestChannel.open(setUp, tls(),
				new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()), new FrameCollector(false));
		tls.read();
		tls.receive("\u0016");
		assertThat(setUp.isInterrupted()).isTrue();
		ChannelHandlerContext handshake = tls.pipeline().context(SslHandler.class);
		handshake.fireUserEventTriggered(success ? SslHandshakeCompletionEvent.SUCCESS
				: new SslHandshakeCompletionEvent(new SSLHandshakeException("no")));
		assertThat(setUp.isInterrupted()).isEqualTo(!success);
		tls.pipeline().close();
	}

	private static RequestDeadline newDeadline() {
		return new RequestDeadline(TestLimits.defaults(), new CountedFailures().newHandler());
	}

	private static SslHandler tls() throws NoSuchAlgorithmException {
		SSLEngine engine = SSLContext.getDefault().createSSLEngine();
		engine.setUseClientMode(false);
		return new SslHandler(engine);
	}

	private static String netstrings(List<String> frames) {
		StringBuilder netstrings = new StringBuilder();
		frames.forEach((frame) -> netstrings.append(frame.length()).append(':').append(frame).append(','));
		return netstrings.toString();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * A connection whose close does not complete.
	 */
	private static final class SlowClose extends ChannelOutboundHandlerAdapter {

		@Override
		public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
			// not yet
		}

	}

}
