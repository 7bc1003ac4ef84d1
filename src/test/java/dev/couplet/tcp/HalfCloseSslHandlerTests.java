package dev.couplet.tcp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

import dev.couplet.TestCertificates;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link HalfCloseSslHandler}, with TLS 1.2 and a request that is being served.
 * {@link TlsListenerTests} tests the half-close itself.
 */
@Tag("slow")
class HalfCloseSslHandlerTests {

	private static final byte ALERT = 21;

	private static final int SIZE = 10_000;

	private final SslHandler clientTls = new SslHandler(engine(TestCertificates.client(null), true));

	private final EmbeddedChannel client = new EmbeddedChannel(this.clientTls);

	private final TestChannel server = TestChannel.open(
			new RequestDeadline(TestLimits.defaults(), new CountedFailures().newHandler()),
			new HalfCloseSslHandler(engine(serverContext(), false)), new FrameDecoder(
					NetstringSerializer.forRequests(new SizeLimit(100)).newReader(), TestLimits.newReservation()));

	@BeforeEach
	void handshake() {
		while (!this.clientTls.handshakeFuture().isDone()) {
			carry(this.client, this.server);
			carry(this.server, this.client);
		}
		assertThat(this.clientTls.handshakeFuture().isSuccess()).isTrue();
	}

	@Test
	void holdsAnAlertBackUntilTheRequestIsAnswered() {
		this.clientTls.closeOutbound();
		carry(this.client, this.server);
		this.server.checkException();
		assertThat(this.server.isOpen()).isTrue();
	}

	@Test
	void refusesDataAfterAnAlertInsteadOfBufferingIt() {
		this.server.receive(alerts(16 * 1024));
		assertThatException().isThrownBy(() -> this.server.receive(alerts(3 * 1024)))
			.withRootCauseInstanceOf(SSLException.class);
	}

	@Test
	void refusesRenegotiationEvenIfTheJdkAllowsIt() {
		this.clientTls.renegotiate();
		assertThatException().isThrownBy(() -> carry(this.client, this.server))
			.withRootCauseInstanceOf(SSLException.class)
			.havingRootCause()
			.withMessageContaining("renegotiation");
	}

	@Test
	void holdsAnAlertBackWhileMemoryIsAwaited() {
		TransformService service = new TransformService(new Catalogue(List.of()), new SizeLimit(SIZE),
				Duration.ofDays(1), 2 * SIZE, 1);
		MemoryReservation other = service.newReservation();
		assertThat(other.reserve(SIZE, () -> {
		})).isTrue();
		FrameCodec.Reader reader = NetstringSerializer.forRequests(new SizeLimit(SIZE)).newReader();
		FrameCollector frames = new FrameCollector(false);
		this.server.pipeline().removeLast();
		this.server.pipeline().addLast(new FrameDecoder(reader, service.newReservation()), frames);
		this.server.read();
		send(SIZE + ":" + "x".repeat(SIZE / 2));
		send("x".repeat(SIZE / 2) + ",");
		this.clientTls.closeOutbound();
		carry(this.client, this.server);
		this.server.read();
		this.server.runPendingTasks();
		assertThat(frames.frames()).isEmpty();
		other.close();
		this.server.runPendingTasks();
		assertThat(frames.frames()).hasSize(1);
		this.server.writeAndFlush(Unpooled.copiedBuffer("reply", StandardCharsets.US_ASCII));
		carry(this.server, this.client);
		ByteBuf reply = this.client.readInbound();
		assertThat(reply.toString(StandardCharsets.US_ASCII)).isEqualTo("reply");
	}

	private void send(String text) {
		this.client.writeOutbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
		carry(this.client, this.server);
	}

	private static void carry(EmbeddedChannel from, EmbeddedChannel to) {
		from.runPendingTasks();
		ByteBuf bytes = from.readOutbound();
		while (bytes != null) {
			to.writeInbound(bytes);
			bytes = from.readOutbound();
		}
	}

	private static byte[] alerts(int length) {
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, ALERT);
		return bytes;
	}

	private static SSLContext serverContext() {
		PemSslStoreDetails details = PemSslStoreDetails
			.forCertificate(TestCertificates.certificate("server").toUri().toString())
			.withPrivateKey(TestCertificates.key("server").toUri().toString());
		return SslBundle.of(new PemSslStoreBundle(details, null)).createSslContext();
	}

	private static SSLEngine engine(SSLContext context, boolean client) {
		SSLEngine engine = context.createSSLEngine("localhost", 0);
		engine.setUseClientMode(client);
		engine.setEnabledProtocols(new String[] { "TLSv1.2" });
		return engine;
	}

}
