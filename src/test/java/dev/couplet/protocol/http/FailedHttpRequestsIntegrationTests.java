package dev.couplet.protocol.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.couplet.Metrics;
import dev.couplet.SocketClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that HTTP counts failed requests once, by the same reasons as every protocol.
 */
@HttpServerTest
@TestPropertySource(properties = { "server.tomcat.connection-timeout=1h", "couplet.http.request-timeout=1s" })
@Tag("slow")
class FailedHttpRequestsIntegrationTests {

	private static final String BODY = "POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20\r\n\r\nhalf";

	private static final String CATALOGUE = "GET /transforms HTTP/1.1\r\nHost: localhost\r\n\r\n";

	@LocalServerPort
	private int port;

	private Metrics metrics;

	private Map<String, Double> before;

	@BeforeEach
	void countBefore() {
		this.metrics = new Metrics(this.port);
		this.before = this.metrics.failed("http");
	}

	@ParameterizedTest
	@ValueSource(strings = { "27:cummingsify.HERE IS MY POEM,\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
			"GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
			"BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
			"POST /transforms HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n{",
			"POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" })
	void countsAnInvalidRequest(String request) throws IOException {
		new RawClient(this.port).sendAndReadAll(request);
		assertCounted("malformed-request", 1);
	}

	@Test
	void countsABodyThatIsTooLarge() throws IOException {
		new RawClient(this.port).post("/transforms/trim", "x".repeat(2049));
		assertCounted("too-large", 1);
	}

	@Test
	void countsADisconnectInTheBody() {
		try (SocketClient client = SocketClient.connect(this.port)) {
			client.send(BODY).halfClose().readToEnd();
		}
		assertCounted("vanished", 1);
	}

	@Test
	void countsAResetInTheBody() {
		SocketClient.connect(this.port).send(BODY).reset();
		assertCounted("vanished", 1);
	}

	@Test
	void countsADisconnectInTheHeaders() {
		try (SocketClient client = SocketClient.connect(this.port)) {
			assertThat(client.send("GET / HTTP/1.1\r\nHo").halfClose().readToEnd()).isEmpty();
		}
		assertCounted("vanished", 1);
	}

	@Test
	void countsAResetInTheHeaders() {
		SocketClient.connect(this.port).send("GET / HTTP/1.1\r\nHo").reset();
		assertCounted("vanished", 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "GET /", "GET / HTTP/1.1\r\nHost: localhost\r\nA: b" })
	void countsStalledHeaders(String beginning) {
		try (SocketClient client = SocketClient.connect(this.port)) {
			assertThat(client.send(beginning).readToEnd()).isEmpty();
		}
		assertCounted("request-timeout", 1);
	}

	@ParameterizedTest
	@CsvSource({ "'', '\r\n'", "GET /, a", "'GET / HTTP/1.1\r\nHost: localhost\r\n', 'A: b\r\n'" })
	void countsSlowHeadersAlthoughBytesArrive(String beginning, String drop) {
		try (SocketClient client = SocketClient.connect(this.port)) {
			dripUntilClosed(client.send(beginning), drop);
		}
		assertCounted("request-timeout", 1);
	}

	@Test
	void countsSlowHeadersOfASecondRequest() {
		try (SocketClient client = SocketClient.connect(this.port)) {
			client.send("POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\naPOST");
			assertThat(client.read(12)).isEqualTo("HTTP/1.1 200");
			dripUntilClosed(client, "a");
		}
		assertCounted("request-timeout", 1);
	}

	@Test
	void countsAStalledBody() {
		try (SocketClient client = SocketClient.connect(this.port)) {
			assertThat(client.send(BODY).readToEnd()).startsWith("HTTP/1.1 408 ");
		}
		assertCounted("request-timeout", 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 2000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n" })
	void countsASlowBodyAlthoughBytesArrive(String head) {
		boolean chunked = head.startsWith("Transfer");
		try (SocketClient client = SocketClient.connect(this.port)) {
			String drop = chunked ? "1\r\nx\r\n" : "x";
			client.send("POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\n" + head);
			Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> {
				client.isOpenFor(drop.getBytes(StandardCharsets.US_ASCII));
				return !this.metrics.failed("http").equals(this.before);
			});
			assertThat(client.read(12)).isEqualTo("HTTP/1.1 408");
			// the connection is closed
			dripUntilClosed(client, drop);
		}
		assertCounted("request-timeout", 1);
	}

	/**
	 * The deadline applies regardless of the response, and whether or not it has been
	 * sent.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000\r\n\r\n",
			"PUT /transforms/trim HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000\r\n\r\n",
			"POST /transforms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000\r\n\r\n",
			"POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000\r\nContent-Encoding: gzip\r\n\r\n",
			"POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n",
			"GET /transforms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000\r\n\r\n",
			"GET /livez HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n",
			"POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1;a=",
			"POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: " })
	void closesAConnectionWithASlowBodyRegardlessOfTheResponse(String beginning) {
		try (SocketClient client = SocketClient.connect(this.port)) {
			dripUntilClosed(client.send(beginning), "x");
		}
	}

	@Test
	void closesAConnectionWithAnEndlessBody() {
		byte[] next = { 'x' };
		try (SocketClient client = SocketClient.connect(this.port)) {
			client.send("GET /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8000000\r\n\r\n");
			Awaitility.await()
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(1))
				.until(() -> !client.isOpenFor(next));
		}
	}

	@Test
	void doesNotLoseResponsesBeforeAMalformedRequestWithUnreadInput() {
		byte[] requests = (CATALOGUE.repeat(3) + "this is no HTTP\r\n\r\n" + "x".repeat(100_000))
			.getBytes(StandardCharsets.US_ASCII);
		try (SocketClient client = SocketClient.connectWithReceiveBuffer(this.port, 4096)) {
			Thread sender = Thread.startVirtualThread(() -> client.sendWhileOpen(requests));
			assertCounted("malformed-request", 1);
			assertThat(client.readToEnd()).containsOnlyOnce("HTTP/1.1 400 ")
				.satisfies((answers) -> assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(1 + 3));
			assertThat(sender.isAlive()).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "refusing, value-refused", "failing, transform-failed" })
	void countsEveryTextOfABatch(String recipe, String reason) throws Exception {
		double timed = this.metrics.transforms("http", recipe, reason);
		batch(recipe);
		assertCounted(reason, 3);
		assertThat(this.metrics.transforms("http", recipe, reason)).isEqualTo(timed + 3);
	}

	@Test
	void countsABatchWithAnInvalidRecipe() throws Exception {
		double timed = this.metrics.transforms("http", "UNKNOWN", "unknown-transform");
		batch("nosuch");
		assertCounted("unknown-transform", 1);
		assertThat(this.metrics.transforms("http", "UNKNOWN", "unknown-transform")).isEqualTo(timed + 1);
	}

	@Test
	void countsAnInternalError() throws Exception {
		new TestClient(this.port).get("/broken");
		assertCounted("server-failed", 1);
	}

	@Test
	void countsConnections() {
		try (SocketClient client = SocketClient.connect(this.port)) {
			client.send("GET / HTTP/1.1\r\n");
			Awaitility.await().until(() -> this.metrics.value("couplet_connections{listener=\"http\"}") >= 2);
		}
	}

	private static void dripUntilClosed(SocketClient client, String drop) {
		byte[] bytes = drop.getBytes(StandardCharsets.US_ASCII);
		Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> !client.isOpenFor(bytes));
	}

	private void batch(String recipe) throws Exception {
		String json = "{\"recipe\":\"" + recipe + "\",\"texts\":[\"a\",\"b\",\"c\"]}";
		new TestClient(this.port).post("/transforms", json, "Content-Type", "application/json");
	}

	private void assertCounted(String reason, int times) {
		Map<String, Double> expected = new HashMap<>(this.before);
		expected.merge(reason, (double) times, Double::sum);
		Awaitility.await().untilAsserted(() -> assertThat(this.metrics.failed("http")).isEqualTo(expected));
	}

	@Nested
	@TestPropertySource(properties = { "server.tomcat.connection-timeout=300ms", "couplet.http.request-timeout=1h" })
	class WithAShorterTimeoutOfTomcat {

		@ParameterizedTest
		@ValueSource(strings = { "GET /", BODY })
		void countsAStalledRequestBeforeTheRequestTimeout(String beginning) {
			Metrics ours = new Metrics(FailedHttpRequestsIntegrationTests.this.port);
			try (SocketClient client = SocketClient.connect(ours.port())) {
				client.send(beginning).readToEnd();
			}
			Awaitility.await().until(() -> ours.failed("http", "request-timeout") > 0);
		}

		@Test
		void countsAClientThatDoesNotReadItsResponses() {
			Metrics ours = new Metrics(FailedHttpRequestsIntegrationTests.this.port);
			byte[] requests = CATALOGUE.repeat(1000).getBytes(StandardCharsets.US_ASCII);
			try (SocketClient client = SocketClient.connectWithReceiveBuffer(ours.port(), 4096)) {
				Thread.startVirtualThread(() -> client.sendWhileOpen(requests));
				Awaitility.await().until(() -> ours.failed("http", "write-timeout") == 1);
			}
		}

	}

	@Nested
	@TestPropertySource(properties = { "server.tomcat.connection-timeout=5s", "couplet.transform.max-text-size=1MB" })
	class WithASlowReader {

		private static final int PART = 96 * 1024;

		/**
		 * The client reads about a megabyte within the timeout. The system reports the
		 * socket as writable after more than that, but lets the server write whenever the
		 * client has read about 400 KB.
		 */
		@Test
		void keepsTheConnectionOpen() {
			Metrics ours = new Metrics(FailedHttpRequestsIntegrationTests.this.port);
			String request = "POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"
					+ "x".repeat(1_000_000);
			byte[] requests = request.repeat(10).getBytes(StandardCharsets.US_ASCII);
			try (SocketClient client = SocketClient.connectWithReceiveBuffer(ours.port(), 256 * 1024)) {
				Thread.startVirtualThread(() -> client.sendWhileOpen(requests));
				AtomicInteger parts = new AtomicInteger();
				Awaitility.await()
					.atMost(Duration.ofMinutes(1))
					.pollInterval(Duration.ofMillis(500))
					.until(() -> client.read(PART).length() < PART || parts.incrementAndGet() == 16);
				assertThat(parts).hasValue(16);
			}
			assertThat(ours.failed("http", "write-timeout")).isZero();
		}

	}

}
