package dev.couplet.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a server with a single processor.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@Tag("slow")
class OneProcessorJarTests {

	private static final String POEM = "here is my poem";

	private static final int LARGE = 300_000;

	private ServerProcess server;

	private int netstring;

	@BeforeEach
	void start() {
		this.server = ServerProcess.startJar("-XX:ActiveProcessorCount=1",
				"--spring.lifecycle.timeout-per-shutdown-phase=30s");
		this.netstring = this.server.port("netstring");
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void aRequestInTwoSegmentsIsAnsweredAndDoesNotBlockLaterClients() {
		assertThat(Requests.exchangeInTwoSegments(this.netstring, Duration.ofSeconds(1))).isEqualTo(POEM);
		assertLaterClientsAreServed();
	}

	@Test
	void anExpensiveRequestIsAnsweredAndDoesNotBlockLaterClients() {
		try (SocketClient client = SocketClient.connect(this.netstring)) {
			client.sendNetstring(Requests.EXPENSIVE + ".a");
			assertThat(client.readNetstring()).startsWith(Requests.EXPENSIVE_RESULT);
		}
		assertLaterClientsAreServed();
	}

	@Test
	void aLargeRequestAfterAPauseIsAnsweredAndDoesNotBlockLaterClients() {
		try (SocketClient client = SocketClient.connect(this.netstring)) {
			String request = SocketClient.netstring("upper-case." + "a".repeat(LARGE));
			client.send(request.substring(0, 20));
			Requests.pause(Duration.ofSeconds(1));
			client.send(request.substring(20));
			assertThat(client.readNetstring()).isEqualTo("A".repeat(LARGE));
		}
		assertLaterClientsAreServed();
	}

	@Test
	void aStopAnswersRequestsInFlightAndEndsInTime() {
		assertThat(Requests.exchangeInTwoSegments(this.netstring)).isEqualTo(POEM);
		try (SocketClient begun = SocketClient.connect(this.netstring);
				SocketClient expensive = SocketClient.connect(this.server.port("socketmap"))) {
			begun.send("27:cummingsify.HERE");
			expensive.sendNetstring(Requests.EXPENSIVE + " a");
			Requests.pause(Duration.ofMillis(100));
			this.server.stop();
			assertThat(begun.send(" IS MY POEM,").readNetstring()).isEqualTo(POEM);
			assertThat(expensive.readNetstring()).startsWith("OK " + Requests.EXPENSIVE_RESULT);
		}
		assertThat(this.server.awaitExit()).doesNotContain("still running");
	}

	/**
	 * Connections that always have a next request must not keep the only carrier thread
	 * from what the poller submits.
	 */
	@Test
	void httpClientsThatPipelineDoNotStarveOthers() {
		byte[] requests = "POST /transforms/cummingsify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nHERE"
			.repeat(300)
			.getBytes(StandardCharsets.US_ASCII);
		List<SocketClient> clients = Stream.generate(() -> SocketClient.connect(this.server.httpPort()))
			.limit(4)
			.toList();
		AtomicBoolean done = new AtomicBoolean();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (SocketClient client : clients) {
				threads.submit(() -> {
					while (!done.get()) {
						client.send(requests);
					}
				});
				threads.submit(() -> client.readBytesToEnd());
			}
			for (int i = 0; i < 20; i++) {
				assertThat(this.server.get("/livez")).startsWith("HTTP/1.1 200");
			}
			done.set(true);
			clients.forEach(SocketClient::close);
		}
	}

	private void assertLaterClientsAreServed() {
		for (int i = 0; i < 5; i++) {
			assertThat(SocketClient.exchange(this.netstring, "13:cummingsify.A,")).isEqualTo("1:a,");
			assertThat(Requests.exchangeInTwoSegments(this.netstring)).isEqualTo(POEM);
		}
		try (SocketClient session = SocketClient.connect(this.server.port("socketmap"))) {
			assertThat(session.sendNetstring("cummingsify A").readNetstring()).isEqualTo("OK a");
		}
		assertThat(this.server.get("/livez")).startsWith("HTTP/1.1 200");
	}

}
