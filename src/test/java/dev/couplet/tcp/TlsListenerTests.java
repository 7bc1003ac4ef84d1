package dev.couplet.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import dev.couplet.SocketClient;
import dev.couplet.TestCertificates;
import dev.couplet.transform.FailedRequests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
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
 * Tests for a {@link Listener} with TLS: what holds without holds with it. The protocol
 * is one of lines, each answered by itself; {@code quit} ends the connection.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class TlsListenerTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final TcpProperties.Limits PATIENT = new TcpProperties.Limits(1000, LONG, LONG, LONG);

	private static final SSLContext context = TestCertificates.client(null);

	private final List<Listener> started = new ArrayList<>();

	@AfterEach
	void stopListeners() {
		this.started.forEach(Listener::stop);
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void answersEverythingThatWasSentBeforeAHalfClose(String protocol) {
		Listener listener = start(PATIENT);
		String line = "x".repeat(50_000) + "\n";
		try (SocketClient client = SocketClient.connect(listener.port(), context, protocol)) {
			assertThat(client.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(client.send("b\n" + line + "c\n").halfClose().readToEnd()).isEqualTo("b\n" + line + "c\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void aReplyIsNotLostWhereTheClientHasSentMoreThanWasRead(String protocol) {
		Listener listener = start(PATIENT);
		for (int i = 0; i < 20; i++) {
			try (SocketClient client = SocketClient.connect(listener.port(), context, protocol)) {
				assertThat(client.send("quit\n" + "unread".repeat(5000)).readToEnd()).isEqualTo("quit\n");
			}
		}
	}

	@Test
	void aClientThatSaysNothingIsCutAtTheRequestTimeoutAndHoldsUpNobody() {
		Listener listener = start(new TcpProperties.Limits(1000, SHORT, LONG, LONG));
		List<SocketClient> silent = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			silent.add(SocketClient.connect(listener.port()));
		}
		try (SocketClient client = SocketClient.connect(listener.port(), context)) {
			assertThat(client.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
		silent.forEach((client) -> assertThat(client.readToEnd()).isEmpty());
		Awaitility.await().until(() -> listener.connections() == 0);
	}

	@Test
	void aHandshakeThatDripsInIsCutAtTheRequestTimeout() {
		Listener listener = start(new TcpProperties.Limits(1000, SHORT, LONG, LONG));
		try (SocketClient client = SocketClient.connect(listener.port())) {
			client.send(new byte[] { 22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xFC });
			Awaitility.await().until(() -> listener.connections() == 1);
			Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> {
				client.sendWhileOpen(new byte[] { 3 });
				return listener.connections() == 0;
			});
		}
	}

	@Test
	void anIdleSessionIsClosedAtTheIdleTimeoutAndNotAtThatOfARequest() throws IOException {
		Listener listener = start(new TcpProperties.Limits(1000, LONG, SHORT, LONG));
		try (SSLSocket client = handshake(listener)) {
			long begun = System.nanoTime();
			client.getOutputStream().write("a\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(client.getInputStream().readNBytes(2)).hasSize(2);
			Awaitility.await().until(() -> listener.connections() == 0);
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(SHORT);
		}
	}

	@Test
	void aRecordThatDripsInIsCutAtTheRequestTimeoutFromItsFirstByte() throws IOException {
		Listener listener = start(new TcpProperties.Limits(1000, SHORT, LONG, LONG));
		try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), listener.port());
				SSLSocket client = handshake(plain)) {
			client.getOutputStream().write("a\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(client.getInputStream().readNBytes(2)).hasSize(2);
			// of a record of 16 KB
			plain.getOutputStream().write(new byte[] { 23, 3, 3, 0x40, 0 });
			Awaitility.await().until(() -> listener.connections() == 0);
		}
	}

	@Test
	void aFloodOfBytesThatMakeNoRequestIsCutAtTheRequestTimeout() throws Exception {
		Listener listener = start(new TcpProperties.Limits(1000, SHORT, LONG, LONG));
		try (SSLSocket client = handshake(listener)) {
			Thread flood = Thread.startVirtualThread(() -> {
				byte[] unending = new byte[1000];
				Arrays.fill(unending, (byte) 'x');
				try {
					while (true) {
						client.getOutputStream().write(unending);
					}
				}
				catch (IOException ex) {
					// cut
				}
			});
			assertThat(flood.join(Duration.ofSeconds(20))).isTrue();
			Awaitility.await().until(() -> listener.connections() == 0);
		}
	}

	@Test
	void bytesThatWaitToBeReadDoNotPutTheRequestTimeoutOff() throws Exception {
		CountDownLatch cut = new CountDownLatch(1);
		Listener listener = start(new TcpProperties.Limits(1000, SHORT, LONG, LONG), (connection) -> {
			connection.awaitRequest();
			awaitUninterrupted(cut);
		});
		try (SocketClient client = SocketClient.connect(listener.port(), context)) {
			client.send("the beginning of a request\n").send("and more of it\n");
			Awaitility.await().until(() -> listener.connections() == 1);
			// the listener forgets a connection when its thread has ended
			Awaitility.await().until(() -> !client.isOpenFor(new byte[] { 'x' }));
		}
		finally {
			cut.countDown();
		}
	}

	@Test
	void aClientThatAsksForAnotherHandshakeIsClosedAndNotWaitedFor() throws IOException {
		Listener listener = start(PATIENT);
		Socket plain = new Socket(InetAddress.getLoopbackAddress(), listener.port());
		try (SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", 0, true)) {
			client.setEnabledProtocols(new String[] { "TLSv1.2" });
			client.getOutputStream().write("a\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(client.getInputStream().readNBytes(2)).hasSize(2);
			client.startHandshake();
			// much sooner than any deadline
			Awaitility.await().until(() -> listener.connections() == 0);
			assertThatIOException().isThrownBy(() -> client.getInputStream().read());
		}
	}

	@Test
	void aClientThatDoesNotReadIsCutAtTheWriteTimeout() {
		byte[] block = new byte[1 << 16];
		Listener listener = start(new TcpProperties.Limits(1000, LONG, LONG, SHORT), (connection) -> {
			connection.begin();
			while (true) {
				connection.output().write(block);
			}
		});
		try (SocketClient client = SocketClient.connect(listener.port(), context)) {
			client.send("never reads\n");
			Awaitility.await().until(() -> listener.connections() == 1);
			Awaitility.await().until(() -> listener.connections() == 0);
		}
	}

	@Test
	void aConnectionOverTheMaximumIsClosedAtOnceAndTheNextIsLetInWhenOneLeaves() {
		Listener listener = start(new TcpProperties.Limits(1, LONG, LONG, LONG));
		try (SocketClient first = SocketClient.connect(listener.port(), context)) {
			assertThat(first.send("a\n").read(2)).isEqualTo("a\n");
			try (SocketClient second = SocketClient.connect(listener.port())) {
				assertThat(second.readToEnd()).isEmpty();
			}
			assertThat(listener.refused()).isEqualTo(1);
		}
		Awaitility.await().until(() -> listener.connections() == 0);
		try (SocketClient next = SocketClient.connect(listener.port(), context)) {
			assertThat(next.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
	}

	@Test
	void aDrainAnswersWhatHasBegunAndClosesWhatIsIdle() throws Exception {
		CountDownLatch received = new CountDownLatch(1);
		CountDownLatch released = new CountDownLatch(1);
		Listener listener = start(PATIENT, (connection) -> {
			while (connection.awaitRequest()) {
				String line = ListenerTests.readLine(connection);
				connection.requestReceived();
				if ("slow\n".equals(line)) {
					received.countDown();
					awaitUninterrupted(released);
				}
				connection.output().write(line.getBytes(StandardCharsets.UTF_8));
			}
		});
		try (SocketClient idle = SocketClient.connect(listener.port(), context);
				SocketClient busy = SocketClient.connect(listener.port(), context);
				SocketClient halfway = SocketClient.connect(listener.port(), context)) {
			assertThat(idle.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(halfway.send("b\nhalf").read(2)).isEqualTo("b\n");
			busy.send("slow\n");
			assertThat(received.await(20, TimeUnit.SECONDS)).isTrue();
			listener.beginDrain();
			Awaitility.await().until(() -> listener.connections() == 2);
			assertThat(halfway.send("way\n").readToEnd()).isEqualTo("halfway\n");
			released.countDown();
			assertThat(busy.readToEnd()).isEqualTo("slow\n");
		}
		listener.awaitDrain();
		assertThat(listener.connections()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "27:cummingsify.SECRET POEMS,", "GET / HTTP/1.1\r\nHost: SECRET\r\n\r\n" })
	void aClientThatSpeaksNoTlsIsClosedPromptlyAndLeavesNoTraceInTheLog(String garbage, CapturedOutput output) {
		Listener listener = start(PATIENT);
		try (SocketClient client = SocketClient.connect(listener.port())) {
			assertThat(client.sendWhileOpen(garbage.getBytes(StandardCharsets.UTF_8)).readToEnd())
				.doesNotContain("SECRET")
				.hasSizeLessThan(20);
		}
		Awaitility.await().until(() -> listener.connections() == 0);
		assertThat(output.getAll()).doesNotContain("SECRET").doesNotContain("WARN").doesNotContain("ERROR");
	}

	private static SSLSocket handshake(Listener listener) throws IOException {
		return handshake(new Socket(InetAddress.getLoopbackAddress(), listener.port()));
	}

	private static SSLSocket handshake(Socket plain) throws IOException {
		SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", 0, true);
		client.startHandshake();
		return client;
	}

	private Listener start(TcpProperties.Limits limits) {
		return start(limits, ListenerTests::echoLines);
	}

	private Listener start(TcpProperties.Limits limits, ListenerTests.Serving serving) {
		PemSslStoreDetails server = PemSslStoreDetails
			.forCertificate(TestCertificates.certificate("server").toUri().toString())
			.withPrivateKey(TestCertificates.key("server").toUri().toString());
		SslBundle bundle = SslBundle.of(new PemSslStoreBundle(server, null));
		Tls tls = Tls.create(new TlsSettings("couplet.lines", "server", null),
				new DefaultSslBundleRegistry("server", bundle));
		Listener listener = new Listener("lines", "couplet.lines.port", 0, new TcpProperties("localhost", limits), tls,
				new FailedRequests("lines", new SimpleMeterRegistry()));
		this.started.add(listener);
		listener.start((connection) -> () -> serving.serve(connection));
		return listener;
	}

	private static void awaitUninterrupted(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
