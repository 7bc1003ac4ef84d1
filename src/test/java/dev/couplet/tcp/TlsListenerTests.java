package dev.couplet.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import dev.couplet.SocketClient;
import dev.couplet.TestCertificates;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests that a {@link Listener} with TLS behaves like one without. The protocol is that
 * of the {@link LineServer}.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
class TlsListenerTests {

	// long enough for a handshake on a busy machine
	private static final Duration SHORT = Duration.ofSeconds(2);

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final TcpProperties LONG_TIMEOUTS = LineServer.limits(1000);

	private static final SSLContext context = TestCertificates.client(null);

	private final List<LineServer> servers = new ArrayList<>();

	@AfterEach
	void stopServers() {
		this.servers.forEach(LineServer::close);
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void answersAllRequestsSentBeforeAHalfClose(String protocol) {
		LineServer server = start(LONG_TIMEOUTS);
		String line = "x".repeat(50_000) + "\n";
		try (SocketClient client = SocketClient.connect(server.port(), context, protocol)) {
			assertThat(client.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(client.send("b\n" + line + "c\n").halfClose().readToEnd()).isEqualTo("b\n" + line + "c\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void answersAnExpensiveRequestSentBeforeAHalfClose(String protocol) throws InterruptedException {
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient client = SocketClient.connect(server.port(), context, protocol)) {
			client.send("a\nslow\nb\n").halfClose();
			server.awaitSlowRequest();
			server.releaseSlowRequests();
			assertThat(client.readToEnd()).isEqualTo("a\nslow\nb\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void doesNotLoseAReplyIfThereIsUnreadInput(String protocol) {
		LineServer server = start(LONG_TIMEOUTS);
		for (int i = 0; i < 20; i++) {
			try (SocketClient client = SocketClient.connect(server.port(), context, protocol)) {
				assertThat(client.send("quit\n" + "unread".repeat(5000)).readToEnd()).isEqualTo("quit\n");
			}
		}
	}

	@Test
	void closesSilentConnectionsAtTheRequestTimeoutWithoutDelayingOthers() {
		LineServer server = start(LineServer.limits(1000, SHORT, LONG, LONG));
		List<SocketClient> silent = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			silent.add(SocketClient.connect(server.port()));
		}
		try (SocketClient client = SocketClient.connect(server.port(), context)) {
			assertThat(client.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
		silent.forEach((client) -> assertThat(client.readToEnd()).isEmpty());
		Awaitility.await().until(() -> server.listener().connections() == 0);
	}

	@Test
	void closesAConnectionWithASlowHandshakeAtTheRequestTimeout() {
		LineServer server = start(LineServer.limits(1000, SHORT, LONG, LONG));
		try (SocketClient client = SocketClient.connect(server.port())) {
			client.send(new byte[] { 22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xFC });
			Awaitility.await().until(() -> server.listener().connections() == 1);
			Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> {
				client.sendWhileOpen(new byte[] { 3 });
				return server.listener().connections() == 0;
			});
		}
	}

	@Test
	void closesAnIdleSessionAtTheIdleTimeout() throws IOException {
		LineServer server = start(LineServer.limits(1000, LONG, SHORT, LONG));
		try (SSLSocket client = handshake(server)) {
			long start = System.nanoTime();
			client.getOutputStream().write("a\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(client.getInputStream().readNBytes(2)).hasSize(2);
			Awaitility.await().until(() -> server.listener().connections() == 0);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
		}
	}

	@Test
	void closesAConnectionWithAnIncompleteRecordAtTheRequestTimeout() throws IOException {
		LineServer server = start(LineServer.limits(1000, SHORT, LONG, LONG));
		try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.port());
				SSLSocket client = handshake(plain)) {
			client.getOutputStream().write("a\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(client.getInputStream().readNBytes(2)).hasSize(2);
			// the header of a record of 16 KB
			plain.getOutputStream().write(new byte[] { 23, 3, 3, 0x40, 0 });
			Awaitility.await().until(() -> server.listener().connections() == 0);
		}
	}

	@Test
	void closesAConnectionWithAnEndlessRequestAtTheRequestTimeout() throws Exception {
		LineServer server = start(LineServer.limits(1000, SHORT, LONG, LONG));
		try (SSLSocket client = handshake(server)) {
			Thread flood = Thread.startVirtualThread(() -> {
				byte[] unending = new byte[1000];
				Arrays.fill(unending, (byte) 'x');
				try {
					while (true) {
						client.getOutputStream().write(unending);
					}
				}
				catch (IOException ex) {
					// closed by the server
				}
			});
			assertThat(flood.join(Duration.ofSeconds(20))).isTrue();
			Awaitility.await().until(() -> server.listener().connections() == 0);
		}
	}

	@Test
	void closesTheConnectionOfAClientThatRenegotiates() throws IOException {
		LineServer server = start(LONG_TIMEOUTS);
		Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.port());
		try (SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", 0, true)) {
			client.setEnabledProtocols(new String[] { "TLSv1.2" });
			client.getOutputStream().write("a\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(client.getInputStream().readNBytes(2)).hasSize(2);
			client.startHandshake();
			// much sooner than any deadline
			Awaitility.await().until(() -> server.listener().connections() == 0);
			assertThatIOException().isThrownBy(() -> client.getInputStream().read());
		}
	}

	@Test
	void closesTheConnectionOfAClientThatDoesNotReadAtTheWriteTimeout() {
		LineServer server = start(LineServer.limits(1000, LONG, LONG, SHORT));
		byte[] line = ("x".repeat(1_000_000) + "\n").getBytes(StandardCharsets.US_ASCII);
		try (SocketClient client = SocketClient.connect(server.port(), context)) {
			while (client.isOpenFor(line)) {
				assertThat(server.failed("vanished")).isZero();
			}
		}
		assertThat(server.failed("write-timeout")).isEqualTo(1);
	}

	@Test
	void closesConnectionsAboveTheLimitUntilOneIsClosed() {
		LineServer server = start(LineServer.limits(1, LONG, LONG, LONG));
		try (SocketClient first = SocketClient.connect(server.port(), context)) {
			assertThat(first.send("a\n").read(2)).isEqualTo("a\n");
			try (SocketClient second = SocketClient.connect(server.port())) {
				assertThat(second.readToEnd()).isEmpty();
			}
			assertThat(server.listener().refused()).isEqualTo(1);
		}
		Awaitility.await().until(() -> server.listener().connections() == 0);
		try (SocketClient next = SocketClient.connect(server.port(), context)) {
			assertThat(next.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
	}

	@Test
	void aDrainAnswersRequestsInFlightAndClosesIdleConnections() throws Exception {
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient idle = SocketClient.connect(server.port(), context);
				SocketClient busy = SocketClient.connect(server.port(), context);
				SocketClient halfway = SocketClient.connect(server.port(), context);
				SocketClient silent = SocketClient.connect(server.port())) {
			assertThat(idle.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(halfway.send("b\nhalf").read(2)).isEqualTo("b\n");
			busy.send("slow\n");
			server.awaitSlowRequest();
			server.listener().beginDrain();
			assertThat(silent.readToEnd()).isEmpty();
			Awaitility.await().until(() -> server.listener().connections() == 2);
			assertThat(halfway.send("way\n").readToEnd()).isEqualTo("halfway\n");
			server.releaseSlowRequests();
			assertThat(busy.readToEnd()).isEqualTo("slow\n");
		}
		server.listener().awaitDrain();
		assertThat(server.listener().connections()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "27:cummingsify.SECRET POEMS,", "GET / HTTP/1.1\r\nHost: SECRET\r\n\r\n" })
	void closesTheConnectionOfAClientWithoutTlsAndLogsNothing(String garbage, CapturedOutput output) {
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient client = SocketClient.connect(server.port())) {
			assertThat(client.sendWhileOpen(garbage.getBytes(StandardCharsets.UTF_8)).readToEnd())
				.doesNotContain("SECRET")
				.hasSizeLessThan(20);
		}
		Awaitility.await().until(() -> server.listener().connections() == 0);
		assertThat(output.getAll()).doesNotContain("SECRET").doesNotContain("WARN").doesNotContain("ERROR");
	}

	private static SSLSocket handshake(LineServer server) throws IOException {
		return handshake(new Socket(InetAddress.getLoopbackAddress(), server.port()));
	}

	private static SSLSocket handshake(Socket plain) throws IOException {
		SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", 0, true);
		client.startHandshake();
		return client;
	}

	private LineServer start(TcpProperties limits) {
		PemSslStoreDetails details = PemSslStoreDetails
			.forCertificate(TestCertificates.certificate("server").toUri().toString())
			.withPrivateKey(TestCertificates.key("server").toUri().toString());
		SslBundle bundle = SslBundle.of(new PemSslStoreBundle(details, null));
		Tls tls = Tls.create(new TlsSettings("couplet.lines", "server", null),
				new DefaultSslBundleRegistry("server", bundle));
		LineServer server = LineServer.start(limits, tls);
		this.servers.add(server);
		return server;
	}

}
