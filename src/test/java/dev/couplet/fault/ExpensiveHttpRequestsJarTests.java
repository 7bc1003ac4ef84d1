package dev.couplet.fault;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that small but expensive HTTP requests do not delay other clients, with one and
 * with two processors.
 */
@ParameterizedClass
@ValueSource(strings = { "0", "0,1" })
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@Tag("slow")
class ExpensiveHttpRequestsJarTests {

	private static final Duration FLOOR = Duration.ofSeconds(1);

	private static final String BATCH_OF_A_HUNDRED = "{\"recipe\":\"" + Requests.EXPENSIVE + "\",\"texts\":["
			+ "\"a\",".repeat(99) + "\"a\"]}";

	@Parameter
	private String processors;

	private ServerProcess server;

	@BeforeEach
	void start() {
		this.server = ServerProcess.startJarBy(List.of("taskset", "-c", this.processors));
		exchangeOnEveryProtocol();
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void twoConcurrentBatchesDoNotDelayOthers() {
		String batch = post("/transforms", "application/json", BATCH_OF_A_HUNDRED);
		assertOthersAreNotDelayedBy(2, batch);
	}

	@Test
	void sixteenClientsThatPipelineDoNotDelayOthers() {
		String request = post("/transforms/" + Requests.EXPENSIVE, "text/plain", "a");
		assertOthersAreNotDelayedBy(16, request.repeat(20));
	}

	@Test
	void sixteenClientsThatRequestAPoemDoNotDelayOthers() {
		String get = "GET /poems/night-train?recipe=replace=A:" + "b".repeat(100) + ",replace=b:" + "%26".repeat(100)
				+ ",html-decode,slugify HTTP/1.1\r\nHost: localhost\r\n\r\n";
		assertOthersAreNotDelayedBy(16, get.repeat(20));
	}

	@Test
	void aBatchOfSmallTextsIsNotQueuedForEachText() {
		String texts = ("\"" + "HERE IS MY POEM".repeat(8) + "\",").repeat(999) + "\"A\"";
		String batch = post("/transforms", "application/json",
				"{\"recipe\":\"trim,cummingsify,title-case,reverse\",\"texts\":[" + texts + "]}")
			.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
		SocketClient.exchange(this.server.httpPort(), batch);
		try (Sessions _ = new Sessions(this.server.port("socketmap")).thatExchange(8,
				SocketClient.netstring(Requests.EXPENSIVE + " a"))) {
			Awaitility.await().until(() -> this.server.metrics().value("couplet_transforms_waiting") > 0);
			double before;
			String answer;
			do {
				before = expensiveRequestsServed();
				answer = SocketClient.exchange(this.server.httpPort(), batch);
			}
			// on a busy machine, no worker may become free in time
			while (answer.startsWith("HTTP/1.1 503"));
			assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("problem");
			assertThat(expensiveRequestsServed() - before).isLessThan(50);
		}
	}

	private double expensiveRequestsServed() {
		return this.server.metrics().transforms("socketmap", "RECIPE", "success");
	}

	@Test
	void abandonsTheRequestsOfDisconnectedClients() {
		String request = post("/transforms/" + Requests.EXPENSIVE, "text/plain", "a");
		List<SocketClient> clients = Stream.generate(() -> SocketClient.connect(this.server.httpPort()).send(request))
			.limit(16)
			.toList();
		Awaitility.await().until(() -> this.server.metrics().value("couplet_transforms_waiting") > 0);
		clients.forEach(SocketClient::close);
		Awaitility.await().until(() -> this.server.metrics().transforms("http", "RECIPE", "vanished") > 0);
		Awaitility.await().until(() -> this.server.metrics().value("couplet_transforms_waiting") == 0);
		exchangeOnEveryProtocol();
		assertThat(this.server.log()).doesNotContain("ERROR", " WARN ");
	}

	private void assertOthersAreNotDelayedBy(int clients, String requests) {
		Latencies.of(300, this::exchangeOnEveryProtocol);
		Latencies alone = Latencies.of(100, this::exchangeOnEveryProtocol);
		AtomicBoolean over = new AtomicBoolean();
		try {
			Stream.generate(() -> Thread.ofPlatform().daemon().start(() -> sendUntil(over, requests)))
				.limit(clients)
				.forEach((_) -> {
				});
			Awaitility.await().until(() -> this.server.metrics().value("couplet_transforms_waiting") > 0);
			alone.assertHoldUnderLoad(100, this::exchangeOnEveryProtocol, 99, FLOOR);
		}
		finally {
			over.set(true);
		}
	}

	private void sendUntil(AtomicBoolean over, String requests) {
		while (!over.get()) {
			try (SocketClient client = SocketClient.connect(this.server.httpPort())) {
				client.sendWhileOpen(requests.getBytes(StandardCharsets.US_ASCII));
				client.read(1000);
			}
			catch (UncheckedIOException ex) {
				// closed before the end of the replies
			}
		}
	}

	private void exchangeOnEveryProtocol() {
		assertThat(SocketClient.exchange(this.server.port("netstring"), "13:cummingsify.A,")).isEqualTo("1:a,");
		assertThat(SocketClient.exchange(this.server.httpPort(), post("/transforms/cummingsify", "text/plain", "A")
			.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))).endsWith("a");
		assertThat(this.server.get("/livez")).startsWith("HTTP/1.1 200");
	}

	private static String post(String path, String type, String body) {
		return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
				+ body.length() + "\r\n\r\n" + body;
	}

}
