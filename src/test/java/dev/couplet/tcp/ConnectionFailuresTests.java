package dev.couplet.tcp;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import dev.couplet.endpoint.FailureReason;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.haproxy.HAProxyProtocolException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionFailures}.
 */
class ConnectionFailuresTests {

	private static final String SECRET = "27:cummingsify";

	private final CapturedLog log = new CapturedLog(ConnectionFailures.class);

	private final CountedFailures failures = new CountedFailures();

	private final ConnectionFailures handler = this.failures.newHandler();

	private final TestChannel channel = TestChannel.open(this.handler);

	@AfterEach
	void closeLog() {
		this.log.close();
	}

	static Stream<Arguments> reasons() {
		return Stream.of(Arguments.of(new ProtocolException(SECRET), "malformed-request"),
				Arguments.of(new SSLHandshakeException(SECRET), "malformed-request"),
				Arguments.of(new DecoderException(new SSLHandshakeException(SECRET)), "malformed-request"),
				Arguments.of(new DecoderException(SECRET), "malformed-request"),
				Arguments.of(new HAProxyProtocolException(SECRET), "malformed-request"),
				Arguments.of(new IOException(SECRET), "vanished"), Arguments.of(new EOFException(SECRET), "vanished"),
				Arguments.of(new SocketException(SECRET), "vanished"),
				Arguments.of(new DecoderException(new IOException(SECRET)), "vanished"),
				Arguments.of(new IllegalStateException(SECRET), "server-failed"),
				Arguments.of(new DecoderException(new IllegalStateException(SECRET)), "server-failed"),
				Arguments.of(new StackOverflowError(SECRET), "server-failed"));
	}

	@ParameterizedTest
	@MethodSource("reasons")
	void countsAFailureByReasonAndClosesTheConnection(Throwable failure, String reason) {
		this.channel.pipeline().fireExceptionCaught(failure);
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.failures.counts()).hasSize(1).containsEntry(reason, 1);
	}

	@ParameterizedTest
	@MethodSource("reasons")
	void logsNothingThatAClientSent(Throwable failure, String reason) {
		this.channel.pipeline().fireExceptionCaught(failure);
		assertThat(this.log.lines()).singleElement()
			.asString()
			.startsWith(reason.equals("server-failed") ? "ERROR " : "DEBUG ")
			.contains("test listener")
			.contains(failure.getClass().getName())
			.doesNotContain(SECRET);
		assertThat(this.log.hasStackTrace()).isFalse();
	}

	@Test
	void doesNotCountFurtherFailuresOfAConnection() {
		TestChannel lingering = TestChannel.open(new LingeringClose(false), this.handler);
		lingering.pipeline().fireExceptionCaught(new ProtocolException());
		lingering.pipeline().firstContext().fireExceptionCaught(new IOException());
		assertThat(lingering.isOpen()).isTrue();
		assertThat(this.failures.counts()).hasSize(1).containsEntry("malformed-request", 1);
		assertThat(this.log.lines()).hasSize(1);
	}

	@Test
	void doesNotCountAFailureAfterTheClose() {
		TestChannel closing = TestChannel.open(new ChannelInboundHandlerAdapter() {

			@Override
			public void channelInactive(ChannelHandlerContext ctx) {
				ctx.fireExceptionCaught(new IOException());
			}

		}, this.handler);
		closing.close();
		assertThat(this.failures.counts()).isEmpty();
		assertThat(this.log.lines()).isEmpty();
	}

	@Test
	void countsConnectionsSeparately() {
		TestChannel another = TestChannel.open(this.handler);
		this.channel.pipeline().fireExceptionCaught(new IOException());
		another.pipeline().fireExceptionCaught(new IOException());
		assertThat(this.failures.counts()).hasSize(1).containsEntry("vanished", 2);
	}

	@Test
	void countsATimeoutOnlyIfThereWasARequest() {
		this.handler.countTimeout(FailureReason.WRITE_TIMEOUT);
		this.handler.countTimeout(null);
		assertThat(this.failures.counts()).hasSize(1).containsEntry("write-timeout", 1);
		assertThat(this.log.lines()).hasSize(2).allMatch((line) -> line.startsWith("DEBUG "));
	}

}
