package dev.couplet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.couplet.tcp.Listener;
import io.opentelemetry.proto.trace.v1.Span;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a server does with the protocol of docs/extending.md. {@link ExtendingTests} runs
 * this where that protocol has been compiled.
 */
@CoupletTest
@DirtiesContext
@TestPropertySource(
		properties = { "couplet.line.port=0", "management.opentelemetry.tracing.export.schedule-delay=20ms" })
class ExtendedServerChecks {

	private static final TraceReceiver COLLECTOR = new TraceReceiver();

	@Autowired
	private Listener lineListener;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void endpoint(DynamicPropertyRegistry properties) {
		properties.add("management.opentelemetry.tracing.export.otlp.endpoint", COLLECTOR::endpoint);
	}

	@AfterAll
	static void close() {
		COLLECTOR.close();
	}

	@Test
	void itAnswersAsThePageSays() {
		assertThat(exchange("cummingsify SEVSRQ==\n")).isEqualTo("OK aGVyZQ==\n");
		assertThat(exchange("cummingsify SEVSRQ==\nnosuch SEVSRQ==\ntrim !\n")).isEqualTo("""
				OK aGVyZQ==
				ERR step 1: there is no transform 'nosuch'
				ERR the value is not Base64
				""");
	}

	@Test
	void itHasHealth() throws Exception {
		URI uri = URI.create("http://localhost:" + this.port + "/actuator/health");
		try (HttpClient client = HttpClient.newHttpClient()) {
			assertThat(client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body())
				.contains("\"line\":{\"details\":{\"port\":" + this.lineListener.port() + ",\"tls\":false,");
		}
	}

	@Test
	void itHasMetrics() {
		Metrics metrics = new Metrics(this.port);
		double served = metrics.transforms("line", "trim", "success");
		double failed = metrics.failed("line", "malformed-text");
		exchange("trim SEVSRQ==\ntrim !\n");
		assertThat(metrics.transforms("line", "trim", "success")).isEqualTo(served + 1);
		assertThat(metrics.failed("line", "malformed-text")).isEqualTo(failed + 1);
		assertThat(metrics.value("couplet_transforms_latency_seconds_count{protocol=\"line\"}")).isPositive();
		assertThat(metrics.value("couplet_connections_max{listener=\"line\"}")).isPositive();
	}

	@Test
	void itHasSpans() {
		exchange("trim,upper-case SEVSRQ==\n");
		Awaitility.await()
			.until(() -> COLLECTOR.spans()
				.stream()
				.map(Span::getName)
				.toList()
				.containsAll(List.of("transform RECIPE", "trim", "upper-case")));
	}

	@Test
	void itsRequestsInFlightAreAnsweredWhenTheServerStops(@Autowired ConfigurableApplicationContext context) {
		try (SocketClient client = SocketClient.connect(this.lineListener.port())) {
			client.send("cummingsify SEVS");
			Awaitility.await().until(() -> this.lineListener.connections() == 1);
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(context::stop);
			Awaitility.await().until(() -> !this.lineListener.isListening());
			assertThat(client.send("RQ==\n").readToEnd()).isEqualTo("OK aGVyZQ==\n");
			stopped.join();
		}
		finally {
			context.start();
		}
	}

	private String exchange(String request) {
		try (SocketClient client = SocketClient.connect(this.lineListener.port())) {
			return client.send(request).halfClose().readToEnd();
		}
	}

}
