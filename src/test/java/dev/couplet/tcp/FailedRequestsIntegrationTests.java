package dev.couplet.tcp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.couplet.CoupletTest;
import dev.couplet.Metrics;
import dev.couplet.SocketClient;
import dev.couplet.endpoint.FailureReason;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that requests that do not become a complete frame are counted by reason, on every
 * listener.
 */
@CoupletTest
@TestPropertySource(properties = { "couplet.tcp.request-timeout=300ms", "couplet.tcp.idle-timeout=300ms",
		"couplet.tcp.write-timeout=300ms" })
@Tag("slow")
class FailedRequestsIntegrationTests {

	private static final String REQUEST = "27:cummingsify.HERE IS MY POEM,";

	@Autowired
	private List<Listener> listeners;

	@LocalServerPort
	private int httpPort;

	@ParameterizedTest
	@ValueSource(strings = { "netstring", "socketmap", "poem-1", "http", "grpc" })
	void everyReasonIsRegisteredFromTheStart(String listener) {
		assertThat(failed(listener)).hasSameSizeAs(FailureReason.values());
	}

	@ParameterizedTest
	@ValueSource(strings = { "netstring", "socketmap" })
	void countsDataThatIsNotANetstring(String listener) {
		assertCounts(listener, "malformed-request", (client) -> client.send("GET / HTTP/1.1\r\n\r\n").readToEnd());
		assertCounts(listener, "malformed-request",
				(client) -> client.send("27:cummingsify HERE IS MY POEM;").readToEnd());
	}

	@ParameterizedTest
	@ValueSource(strings = { "netstring", "socketmap" })
	void countsAFrameThatIsTooLarge(String listener) {
		assertCounts(listener, "too-large", (client) -> client.send("9999999999:").readToEnd());
	}

	@ParameterizedTest
	@ValueSource(strings = { "netstring", "socketmap" })
	void countsARequestThatTimesOut(String listener) {
		assertCounts(listener, "request-timeout", (client) -> client.send("27:cummingsify").readToEnd());
	}

	@ParameterizedTest
	@ValueSource(strings = { "netstring", "socketmap" })
	void countsAResetInTheMiddleOfARequest(String listener) {
		assertCounts(listener, "vanished", (client) -> client.send("27:cummingsify").reset());
	}

	@ParameterizedTest
	@ValueSource(strings = { "netstring", "socketmap" })
	void countsAResetBeforeARequest(String listener) {
		assertCounts(listener, "vanished", SocketClient::reset);
	}

	@ParameterizedTest
	@ValueSource(strings = { "netstring", "socketmap" })
	void countsAnIncompleteRequest(String listener) {
		assertCounts(listener, "vanished", (client) -> client.send("27:cummingsify").halfClose().readToEnd());
	}

	@Test
	void countsAClientThatDoesNotReadItsReplies() {
		byte[] request = ("500013:hex-encode " + "x".repeat(500_002) + ",").getBytes(StandardCharsets.US_ASCII);
		assertCounts("socketmap", "write-timeout", (client) -> {
			for (int i = 0; i < 100; i++) {
				client.sendWhileOpen(request);
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "netstring", "socketmap" })
	void doesNotCountAnIdleClientOrASuccessfulRequest(String listener) {
		String request = listener.equals("netstring") ? REQUEST : REQUEST.replace('.', ' ');
		Map<String, Double> before = failed(listener);
		SocketClient.exchange(port(listener), "");
		assertThat(SocketClient.exchange(port(listener), request)).contains("here is my poem");
		assertThat(failed(listener)).isEqualTo(before);
	}

	private void assertCounts(String listener, String reason, Consumer<SocketClient> client) {
		Map<String, Double> before = failed(listener);
		try (SocketClient connected = SocketClient.connect(port(listener))) {
			client.accept(connected);
			Awaitility.await().until(() -> !failed(listener).equals(before));
		}
		Awaitility.await().until(() -> this.listeners.stream().allMatch((open) -> open.connections() == 0));
		Map<String, Double> expected = new HashMap<>(before);
		expected.merge(reason, 1.0, Double::sum);
		assertThat(failed(listener)).isEqualTo(expected);
	}

	private Map<String, Double> failed(String listener) {
		return new Metrics(this.httpPort).failed(listener);
	}

	private int port(String name) {
		return this.listeners.stream()
			.filter((listener) -> listener.name().equals(name))
			.findFirst()
			.orElseThrow()
			.port();
	}

}
