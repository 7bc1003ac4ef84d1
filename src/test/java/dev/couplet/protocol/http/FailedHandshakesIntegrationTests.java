package dev.couplet.protocol.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.couplet.Metrics;
import dev.couplet.SocketClient;
import dev.couplet.TestCertificates;
import dev.couplet.TlsInitializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code DeadlineChannel}: failed TLS handshakes of HTTP are counted by reason.
 */
@HttpServerTest
@ContextConfiguration(initializers = TlsInitializer.class)
@TestPropertySource(properties = { "server.tomcat.connection-timeout=1h", "couplet.http.request-timeout=1s",
		"management.server.port=0", "management.server.ssl.enabled=false" })
@Tag("slow")
class FailedHandshakesIntegrationTests {

	// the header of a record, and the header of a ClientHello of 508 bytes in it
	private static final byte[] BEGINNING = { 22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xFC };

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	private Metrics metrics;

	private Map<String, Double> before;

	@BeforeEach
	void countBefore() {
		this.metrics = new Metrics(this.managementPort);
		this.before = this.metrics.failed("http");
	}

	@Test
	void countsASlowHandshakeAlthoughBytesArrive() {
		try (SocketClient client = SocketClient.connect(this.port)) {
			client.send(BEGINNING);
			Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> !client.isOpenFor(new byte[] { 3 }));
		}
		assertCounted("request-timeout");
	}

	@Test
	void countsAStalledHandshake() {
		try (SocketClient client = SocketClient.connect(this.port)) {
			assertThat(client.send(BEGINNING).readToEnd()).isEmpty();
		}
		assertCounted("request-timeout");
	}

	@Test
	void countsADisconnectDuringTheHandshake() {
		try (SocketClient client = SocketClient.connect(this.port)) {
			assertThat(client.send(BEGINNING).halfClose().readToEnd()).isEmpty();
		}
		assertCounted("vanished");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET / HTTP/1.1\r\nHost: SECRET\r\n\r\n", "27:cummingsify.SECRET POEMS,",
			"\u0016\u0003\u0001\u0000\u0005SECRET" })
	void countsDataThatIsNotAHandshake(String garbage) {
		try (SocketClient client = SocketClient.connect(this.port)) {
			assertThat(client.send(garbage).halfClose().readToEnd()).doesNotContain("SECRET");
		}
		assertCounted("malformed-request");
	}

	@Test
	void countsAClientWithoutACertificate() {
		try (SocketClient client = SocketClient.connect(this.port, TestCertificates.client(null), "TLSv1.3")) {
			client.sendWhileOpen(new byte[] { 'G' });
			assertCounted("malformed-request");
		}
	}

	@Test
	void doesNotCountASuccessfulHandshake() {
		try (SocketClient client = SocketClient.connect(this.port, TestCertificates.client("client"))) {
			client.send("POST /transforms/cummingsify HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
					+ "Content-Length: 15\r\n\r\nHERE IS MY POEM");
			assertThat(client.readToEnd()).startsWith("HTTP/1.1 200").endsWith("\r\n\r\nhere is my poem");
		}
		assertThat(this.metrics.failed("http")).isEqualTo(this.before);
	}

	private void assertCounted(String reason) {
		Map<String, Double> expected = new HashMap<>(this.before);
		expected.merge(reason, 1.0, Double::sum);
		Awaitility.await().untilAsserted(() -> assertThat(this.metrics.failed("http")).isEqualTo(expected));
	}

}
