package dev.couplet.log;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.couplet.CoupletTest;
import dev.couplet.Metrics;
import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import dev.couplet.transform.Transform;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Floods the running server with invalid input of every kind, and checks its log. All of
 * the input contains the word ROSEBUD.
 */
@CoupletTest
@DirtiesContext
@TestPropertySource(properties = { "couplet.log.warnings=10", "couplet.log.interval=1s" })
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
class FloodIntegrationTests {

	private static final int FLOOD = 1000;

	private static final int SHOWN = 10;

	private static final Duration INTERVAL = Duration.ofSeconds(1);

	private static final byte[] TLS_HELLO = tlsHello("rosebud.ROSEBUD.example");

	@Autowired
	private Listener netstringListener;

	@Autowired
	private Listener socketmapListener;

	@LocalServerPort
	private int httpPort;

	@Test
	void malformedFramesResetsAndWrongProtocolsAreCountedAndNotLogged(CapturedOutput output) {
		int before = lengthAfterTheFirstRequest(output);
		for (Listener listener : List.of(this.netstringListener, this.socketmapListener)) {
			double malformed = metrics().failed(listener.name(), "malformed-request");
			double vanished = metrics().failed(listener.name(), "vanished");
			flood(listener.port(), (client) -> client.send("ROSEBUD:,").readToEnd());
			flood(listener.port(), (client) -> client.send("12:trim.ROSEBUD!").readToEnd());
			flood(listener.port(), (client) -> client.send(TLS_HELLO).readToEnd());
			flood(listener.port(),
					(client) -> client.send("GET /ROSEBUD HTTP/1.1\r\nHost: localhost\r\n\r\n").readToEnd());
			flood(listener.port(), (client) -> client.send("99:trim.ROSEBUD").reset());
			flood(listener.port(), SocketClient::reset);
			Awaitility.await().until(() -> listener.connections() == 0);
			assertThat(metrics().failed(listener.name(), "malformed-request")).isEqualTo(malformed + 4 * FLOOD);
			assertThat(metrics().failed(listener.name(), "vanished")).isEqualTo(vanished + 2 * FLOOD);
		}
		assertThat(output.subSequence(before, output.length())).isEmpty();
	}

	@Test
	void malformedHttpIsCountedAndNotLogged(CapturedOutput output) {
		int before = lengthAfterTheFirstRequest(output);
		double malformed = metrics().failed("http", "malformed-request");
		List<String> requests = List.of("27:trim.ROSEBUD,\r\n\r\n", "ROSEBUD\r\n\r\n",
				"GET /ROSEBUD|%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
				"GET / HTTP/1.1\r\nHost: localhost\r\nROSE BUD: x\r\n\r\n",
				"GET /ROSEBUD HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: \u0001=ROSEBUD; a b\r\n\r\n",
				"ROSEBUD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
				"GET /poems?a=%zzROSEBUD&recipe=%ROSEBUD HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: ROSEBUD\r\n\r\n",
				"POST /transforms HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{\"ROSEBUD");
		for (String request : requests) {
			flood(this.httpPort, (client) -> client.send(request).readToEnd());
		}
		flood(this.httpPort, (client) -> client.send(TLS_HELLO).readToEnd());
		assertThat(metrics().failed("http", "malformed-request")).isEqualTo(malformed + (requests.size() + 1) * FLOOD);
		assertThat(output.subSequence(before, output.length())).isEmpty();
	}

	@Test
	void failuresOfTransformsAreLoggedUpToALimitAndCounted(CapturedOutput output) {
		long begun = System.nanoTime();
		double failed = metrics().failed("netstring", "transform-failed")
				+ metrics().failed("socketmap", "transform-failed") + metrics().failed("http", "transform-failed");
		flood(this.netstringListener.port(), (client) -> client.send("15:failing.ROSEBUD,").readToEnd());
		flood(this.socketmapListener.port(), (client) -> client.send("15:failing ROSEBUD,").read(1));
		flood(this.httpPort, (client) -> client.send(
				"POST /transforms/failing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 7\r\n\r\nROSEBUD")
			.readToEnd());
		assertThat(metrics().failed("netstring", "transform-failed") + metrics().failed("socketmap", "transform-failed")
				+ metrics().failed("http", "transform-failed"))
			.isEqualTo(failed + 3 * FLOOD);
		Awaitility.await().until(() -> shown(output) + suppressed(output) == 3 * FLOOD);
		// an interval starts with a line and lasts at least as long as set; on a slow
		// machine, one with few lines reports nothing at its end
		long intervals = 1 + Duration.ofNanos(System.nanoTime() - begun).dividedBy(INTERVAL);
		assertThat(shown(output)).isPositive().isLessThanOrEqualTo(SHOWN * intervals);
		assertThat(output.getAll()).doesNotContain("ROSEBUD");
	}

	@Test
	void requestsAreNotLoggedAtDebugLevel(CapturedOutput output) {
		Logger couplet = (Logger) LoggerFactory.getLogger("dev.couplet");
		couplet.setLevel(Level.DEBUG);
		try {
			for (Listener listener : List.of(this.netstringListener, this.socketmapListener)) {
				for (String request : List.of("ROSEBUD:,", "GET /ROSEBUD", "12:trim.ROSEBUD!", "15:rosebud.ROSEBUD,",
						"15:rosebud ROSEBUD,", "12:ROSEBUD.text,", "22:trim=rosebud.ROSEBUD..,",
						"19:base64-decode.ROSE!,", "15:failing.ROSEBUD,", "15:failing ROSEBUD,")) {
					try (SocketClient client = SocketClient.connect(listener.port())) {
						client.send(request).halfClose().readToEnd();
					}
				}
				SocketClient.connect(listener.port()).send("99:ROSEBUD").reset();
				Awaitility.await().until(() -> listener.connections() == 0);
			}
		}
		finally {
			couplet.setLevel(null);
		}
		assertThat(output.getAll()).contains("DEBUG").doesNotContainIgnoringCase("rosebud");
	}

	// the first request makes Spring initialize its servlet and log that
	private int lengthAfterTheFirstRequest(CapturedOutput output) {
		assertThat(metrics().lines()).isNotEmpty();
		return output.length();
	}

	private static void flood(int port, Consumer<SocketClient> client) {
		IntStream.range(0, FLOOD).parallel().forEach((number) -> {
			try (SocketClient connected = SocketClient.connect(port)) {
				client.accept(connected);
			}
		});
	}

	private Metrics metrics() {
		return new Metrics(this.httpPort);
	}

	private static long shown(CapturedOutput output) {
		return occurrences("The transform 'failing' failed", output).count();
	}

	private static long suppressed(CapturedOutput output) {
		return occurrences("Suppressed (\\d+) warnings and errors of dev.couplet.transform.TransformService", output)
			.mapToLong((match) -> Long.parseLong(match.group(1)))
			.sum();
	}

	private static Stream<MatchResult> occurrences(String pattern, CapturedOutput output) {
		return Pattern.compile(pattern).matcher(output.getAll()).results();
	}

	/**
	 * The start of a handshake: a record of type 22, version TLS 1.0.
	 */
	private static byte[] tlsHello(String name) {
		String body = IntStream.range(0, 32).mapToObj((i) -> "r").collect(Collectors.joining()) + name;
		String record = "\u0016\u0003\u0001\u0000" + (char) (body.length() + 4) + "\u0001\u0000\u0000"
				+ (char) body.length() + body;
		return record.getBytes(StandardCharsets.ISO_8859_1);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class FailingTransform {

		@Bean
		Transform failing() {
			return Transform.named("failing").describedAs("Fails.").applying((text) -> {
				throw new IllegalStateException("cannot take " + text, new IllegalArgumentException(text));
			});
		}

	}

}
