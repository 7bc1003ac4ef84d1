package dev.couplet.endpoint;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.couplet.CoupletTest;
import dev.couplet.Metrics;
import dev.couplet.SocketClient;
import dev.couplet.client.FakeServer;
import dev.couplet.tcp.Listener;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/**
 * Tests for remote transforms in the whole server.
 */
@CoupletTest
@TestPropertySource(properties = { "couplet.netstring.keep-alive=true", "couplet.remotes.held.max-concurrent=1000",
		"couplet.remotes.held.timeout=60s", "couplet.remotes.down.uri=socketmap://localhost:1/trim",
		"couplet.remotes.kept.uri=http://localhost:1/transforms/trim", "couplet.remotes.kept.fallback=text",
		"couplet.recipes.tidy=trim,held" })
@Timeout(120)
class RemoteIntegrationTests {

	// more than there are event loops and workers
	private static final int MANY = 200;

	private static final AtomicInteger arrived = new AtomicInteger();

	private static final AtomicInteger left = new AtomicInteger();

	private static volatile CountDownLatch released = new CountDownLatch(1);

	// does not answer until the test says so
	private static final FakeServer server = FakeServer.start(RemoteIntegrationTests::hold);

	@Autowired
	private Listener netstringListener;

	@LocalServerPort
	private int httpPort;

	@DynamicPropertySource
	static void remotes(DynamicPropertyRegistry registry) {
		registry.add("couplet.remotes.held.uri", () -> "netstring://" + server.address() + "/upper");
	}

	private static void hold(Socket client) throws IOException {
		while (true) {
			String value = FakeServer.readRequest(client).substring("upper.".length());
			arrived.incrementAndGet();
			if (value.equals("leave")) {
				FakeServer.await(client, Duration.ofMinutes(1));
				left.incrementAndGet();
				return;
			}
			FakeServer.await(released);
			FakeServer.send(client, SocketClient.netstring(value.toUpperCase(Locale.ROOT)));
		}
	}

	@BeforeEach
	void hold() {
		released = new CountDownLatch(1);
		arrived.set(0);
		left.set(0);
	}

	@AfterEach
	void release() {
		released.countDown();
	}

	@Test
	void requestsThatWaitForAServerDoNotKeepOthersWaiting() {
		List<SocketClient> waiting = new ArrayList<>();
		try {
			for (int i = 0; i < MANY; i++) {
				waiting.add(connect().sendNetstring("tidy. poem" + i + " "));
			}
			awaitArrived(MANY);
			try (SocketClient other = connect()) {
				for (int i = 0; i < 10; i++) {
					assertThat(other.sendNetstring("cummingsify.HERE").readNetstring()).isEqualTo("here");
				}
				// on the workers too
				String large = "x".repeat(500_000);
				assertThat(other.sendNetstring("each-line(reverse)." + large).readNetstring()).isEqualTo(large);
			}
			released.countDown();
			for (int i = 0; i < MANY; i++) {
				assertThat(waiting.get(i).readNetstring()).isEqualTo("POEM" + i);
			}
		}
		finally {
			waiting.forEach(SocketClient::close);
		}
	}

	@Test
	void repliesToPipelinedRequestsKeepTheirOrder() {
		try (SocketClient client = connect()) {
			client.sendNetstring("held.one").sendNetstring("cummingsify.TWO").sendNetstring("held.three");
			awaitArrived(1);
			released.countDown();
			assertThat(Stream.generate(client::readNetstring).limit(3)).containsExactly("ONE", "two", "THREE");
		}
	}

	@Test
	void aClientThatLeavesEndsTheCallOfTheServer() {
		try (SocketClient client = connect()) {
			client.sendNetstring("held,held.leave");
			awaitArrived(1);
			client.reset();
		}
		Awaitility.await().untilAtomic(left, is(1));
		assertThat(arrived).hasValue(1);
	}

	@Test
	void anHttpClientThatLeavesEndsTheCallOfTheServer() {
		try (SocketClient client = SocketClient.connect(this.httpPort)) {
			client.send("POST /transforms/held,held HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nleave");
			awaitArrived(1);
			client.reset();
		}
		Awaitility.await().untilAtomic(left, is(1));
		assertThat(arrived).hasValue(1);
	}

	@Test
	void aClientThatLeavesWithALargeFrameEndsTheCallOfTheServer() {
		try (SocketClient client = connect()) {
			client.sendNetstring("trim,held.leave" + " ".repeat(500_000));
			awaitArrived(1);
			client.reset();
		}
		Awaitility.await().untilAtomic(left, is(1));
	}

	@Test
	void theValuesOfABatchAreSentOneAfterTheOther() throws Exception {
		released.countDown();
		assertThat(post("/transforms", "application/json",
				"{\"recipe\":\"trim,held,reverse\",\"texts\":[\" one\",\"two \"]}")
			.body()).isEqualTo("{\"results\":[{\"text\":\"ENO\"},{\"text\":\"OWT\"}]}");
	}

	@Test
	void aServerThatIsDownDoesNotTakeThisOneOutOfService() throws Exception {
		HttpResponse<String> response = post("/transforms/trim,down", "text/plain", "poem");
		assertThat(response.statusCode()).isEqualTo(502);
		assertThat(response.body()).contains("\"type\":\"urn:couplet:problem:remote-failed\"",
				"step 2, down: the server cannot be reached");
		assertThat(get("/actuator/health/remotes").body()).contains("\"status\":\"DEGRADED\"",
				"\"down\":{\"called\":true,\"failure\":\"the server cannot be reached\"}",
				"\"held\":{\"called\":true}");
		assertThat(IntStream.of(get("/actuator/health").statusCode(), get("/readyz").statusCode(),
				get("/livez").statusCode()))
			.containsOnly(200);
		assertThat(get("/readyz").body()).contains("UP").doesNotContain("remotes");
	}

	@Test
	void callsAreCounted() throws Exception {
		Metrics metrics = new Metrics(this.httpPort);
		released.countDown();
		double calls = metrics
			.value("resilience4j_circuitbreaker_calls_seconds_count{kind=\"successful\",name=\"held\"}");
		double kept = metrics.value("couplet_remotes_kept_total{name=\"kept\"}");
		assertThat(post("/transforms/held,kept", "text/plain", "poem").body()).isEqualTo("POEM");
		assertThat(metrics.value("resilience4j_circuitbreaker_calls_seconds_count{kind=\"successful\",name=\"held\"}"))
			.isEqualTo(calls + 1);
		assertThat(metrics.value("couplet_remotes_kept_total{name=\"kept\"}")).isEqualTo(kept + 1);
		assertThat(metrics.value("resilience4j_bulkhead_max_allowed_concurrent_calls{name=\"held\"}")).isEqualTo(1000);
	}

	@Test
	void theCatalogueShowsNothingOfTheServer() throws Exception {
		assertThat(get("/transforms/held").body()).contains("\"name\":\"held\"", "another server")
			.doesNotContain("localhost", String.valueOf(server.port()), "upper");
	}

	private static void awaitArrived(int requests) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAtomic(arrived, is(requests));
	}

	private SocketClient connect() {
		return SocketClient.connect(this.netstringListener.port());
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(HttpRequest.newBuilder(uri(path)).build());
	}

	private HttpResponse<String> post(String path, String type, String body) throws Exception {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.httpPort + path);
	}

	private static HttpResponse<String> send(HttpRequest request) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString());
		}
	}

}
