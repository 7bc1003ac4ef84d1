package dev.couplet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.tcp.Listener;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the traces that a collector receives. All requests contain the word ROSEBUD.
 */
@Tag("slow")
@CoupletTest
@DirtiesContext
@TestPropertySource(properties = { "management.opentelemetry.tracing.export.schedule-delay=20ms",
		"couplet.kafka.flows.traced.from=traced-from", "couplet.kafka.flows.traced.to=traced-to",
		"couplet.kafka.flows.traced.failures=traced-failures", "couplet.kafka.flows.traced.recipe=swap-case" })
@ContextConfiguration(initializers = KafkaInitializer.class)
class TracingIntegrationTests {

	private static final TraceReceiver COLLECTOR = new TraceReceiver();

	@Autowired
	private Listener netstringListener;

	@Autowired
	private Listener socketmapListener;

	@Autowired
	private ApplicationContext server;

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
	void netstringRequestIsASpanWithAChildForEachStep() {
		SocketClient.exchange(this.netstringListener.port(), "32:head=3,replace=ROSEBUD:x.ROSEBUD,");
		Span head = await("head");
		Span request = parent(head);
		assertThat(request.getName()).isEqualTo("transform RECIPE");
		assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
		assertThat(request.getParentSpanId()).isEqualTo(ByteString.EMPTY);
		assertThat(attribute(request, "couplet.protocol")).isEqualTo("netstring");
		assertThat(children(request, 2)).extracting(Span::getName).containsExactly("head", "replace");
	}

	@Test
	void socketmapRequestIsASpan() {
		exchangeInSession("12:trim ROSEBUD,");
		Span request = parent(await("trim"));
		assertThat(request.getName()).isEqualTo("transform trim");
		assertThat(attribute(request, "couplet.protocol")).isEqualTo("socketmap");
		assertThat(request.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
	}

	@Test
	void recordOfAFlowJoinsTheTraceOfItsProducer() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4737";
		String caller = "00f067aa0ba902b8";
		try (KafkaClient client = new KafkaClient(KafkaBroker.shared().address(), "traced-to")) {
			client.send(new ProducerRecord<>("traced-from", null, null, new byte[0],
					"ROSEBUD".getBytes(StandardCharsets.US_ASCII), List.of(new RecordHeader("traceparent",
							("00-" + trace + "-" + caller + "-01").getBytes(StandardCharsets.US_ASCII)))));
		}
		Span request = parent(await("swap-case"));
		assertThat(hex(request.getTraceId())).isEqualTo(trace);
		assertThat(hex(request.getParentSpanId())).isEqualTo(caller);
		assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
		assertThat(attribute(request, "couplet.protocol")).isEqualTo("kafka-traced");
	}

	@Test
	void failedRequestHasTheReasonAndNoRequestData() {
		exchangeInSession("22:base64-decode ROSEBUD!,");
		Span step = await("base64-decode");
		assertFailed(step, "value-refused");
		assertFailed(parent(step), "value-refused");
		exchangeInSession("15:rosebud ROSEBUD,");
		assertFailed(await("transform UNKNOWN"), "unknown-transform");
	}

	@Test
	void httpRequestJoinsTheTraceOfItsCallerWithoutItsBaggage() throws Exception {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		String caller = "00f067aa0ba902b7";
		post("/transforms/trim?ROSEBUD", "text/plain", "ROSEBUD");
		post("/transforms/upper-case,replace=ROSEBUD:y", "text/plain", "ROSEBUD", "traceparent",
				"00-" + trace + "-" + caller + "-01", "tracestate", "rosebud=ROSEBUD", "baggage", "rosebud=ROSEBUD");
		Span transform = parent(await("upper-case"));
		Span request = parent(transform);
		assertThat(request.getName()).isEqualTo("POST /transforms/{recipe}/**");
		assertThat(hex(request.getParentSpanId())).isEqualTo(caller);
		assertThat(List.of(hex(request.getTraceId()), hex(transform.getTraceId()))).containsOnly(trace);
		assertThat(attribute(transform, "couplet.protocol")).isEqualTo("http");
	}

	@Test
	void grpcRequestJoinsTheTraceOfItsCallerWithoutItsBaggage() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4738";
		String caller = "00f067aa0ba902b9";
		Metadata headers = new Metadata();
		Map.of("traceparent", "00-" + trace + "-" + caller + "-01", "tracestate", "rosebud=ROSEBUD", "baggage",
				"rosebud=ROSEBUD")
			.forEach((name, value) -> headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
		try (GrpcClient client = GrpcClient.connect(GrpcClient.port(this.server))) {
			client.calls()
				.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
				.transform(TransformRequest.newBuilder().setRecipe("rot13").setText("ROSEBUD").build());
		}
		Span request = parent(await("rot13"));
		assertThat(request.getName()).isEqualTo("transform rot13");
		assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
		assertThat(hex(request.getParentSpanId())).isEqualTo(caller);
		assertThat(hex(request.getTraceId())).isEqualTo(trace);
		assertThat(attribute(request, "couplet.protocol")).isEqualTo("grpc");
	}

	@Test
	void mcpRequestJoinsTheTraceOfItsCallerWithoutItsBaggage() throws Exception {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4739";
		String caller = "00f067aa0ba902ba";
		post("/mcp", "application/json",
				"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"transform\","
						+ "\"arguments\":{\"recipe\":\"slugify\",\"text\":\"ROSEBUD\"}}}",
				"traceparent", "00-" + trace + "-" + caller + "-01", "tracestate", "rosebud=ROSEBUD", "baggage",
				"rosebud=ROSEBUD");
		Span request = parent(await("slugify"));
		assertThat(request.getName()).isEqualTo("transform slugify");
		assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
		assertThat(hex(request.getParentSpanId())).isEqualTo(caller);
		assertThat(hex(request.getTraceId())).isEqualTo(trace);
		assertThat(attribute(request, "couplet.protocol")).isEqualTo("mcp");
	}

	@Test
	void everyRequestOfAGrpcStreamIsASpan() {
		try (GrpcClient client = GrpcClient.connect(GrpcClient.port(this.server))) {
			client.stream(List.of(TransformRequest.newBuilder().setRecipe("leet").setText("ROSEBUD").build(),
					TransformRequest.newBuilder().setRecipe("morse-encode").setText("ROSEBUD").build()));
		}
		for (String transform : List.of("leet", "morse-encode")) {
			Span request = parent(await(transform));
			assertThat(request.getName()).isEqualTo("transform " + transform);
			assertThat(request.getParentSpanId()).isEqualTo(ByteString.EMPTY);
		}
	}

	@Test
	void guessIsOneSpan() throws Exception {
		post("/guess", "text/plain", "Uk9TRUJVRCBpcyB0aGUgbmFtZSBvZiBhIHNsZWQ=");
		Span guess = await("guess");
		assertThat(parent(guess).getName()).isEqualTo("POST /guess");
		assertThat(attribute(guess, "couplet.protocol")).isEqualTo("http");
		assertThat(children(guess, 0)).isEmpty();
	}

	@Test
	void unsampledCallerIsNotTraced() throws Exception {
		post("/transforms/sha256", "text/plain", "ROSEBUD", "traceparent",
				"00-4bf92f3577b34da6a3ce929d0e0e4737-00f067aa0ba902b8-00");
		post("/transforms/sha512", "text/plain", "ROSEBUD", "traceparent", "ROSEBUD");
		await("sha512");
		assertThat(COLLECTOR.spans()).extracting(Span::getName).doesNotContain("sha256");
	}

	@Test
	void batchIsASpanWithAChildForEachText() throws Exception {
		post("/transforms", "application/json", "{\"recipe\":\"hex-decode\",\"texts\":[\"ROSEBUD\",\"61\",\"62\"]}");
		Span batch = parent(parent(await("hex-decode")));
		assertThat(batch.getName()).isEqualTo("POST /transforms");
		List<Span> texts = children(batch, 3);
		assertThat(texts).extracting(Span::getName).containsOnly("transform hex-decode");
		assertThat(texts).filteredOn((text) -> attribute(text, "error.type").equals("value-refused")).hasSize(1);
	}

	@Test
	void refusedBatchHasTheReason() throws Exception {
		post("/transforms", "application/json", "{\"recipe\":\"ROSEBUD\",\"texts\":[]}");
		Awaitility.await()
			.untilAsserted(() -> assertThat(COLLECTOR.spans())
				.anyMatch((span) -> attribute(span, "error.type").equals("malformed-recipe")));
	}

	private void exchangeInSession(String request) {
		try (SocketClient client = SocketClient.connect(this.socketmapListener.port())) {
			client.send(request).halfClose().readToEnd();
		}
	}

	private void post(String path, String type, String body, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofString(body));
		try (HttpClient client = HttpClient.newHttpClient()) {
			client.send(((headers.length > 0) ? request.headers(headers) : request).build(),
					HttpResponse.BodyHandlers.discarding());
		}
	}

	// a step's span ends before its request's, and may be exported earlier
	private static Span await(String name) {
		Span found = Awaitility.await()
			.until(() -> COLLECTOR.spans().stream().filter((span) -> span.getName().equals(name)).findFirst(),
					(span) -> span.isPresent())
			.orElseThrow();
		assertThat(COLLECTOR.bytes()).doesNotContainIgnoringCase("rosebud")
			.doesNotContain(System.getProperty("user.dir"));
		return found;
	}

	private static Span parent(Span child) {
		return Awaitility.await()
			.until(() -> COLLECTOR.spans()
				.stream()
				.filter((span) -> span.getSpanId().equals(child.getParentSpanId()))
				.findFirst(), (span) -> span.isPresent())
			.orElseThrow();
	}

	// spans are exported in several batches, which may arrive out of order
	private static List<Span> children(Span parent, int number) {
		return Awaitility.await()
			.until(() -> COLLECTOR.spans()
				.stream()
				.filter((span) -> span.getParentSpanId().equals(parent.getSpanId()))
				.sorted(Comparator.comparingLong(Span::getStartTimeUnixNano))
				.toList(), (children) -> children.size() == number);
	}

	private static void assertFailed(Span span, String reason) {
		assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
		assertThat(attribute(span, "error.type")).isEqualTo(reason);
		assertThat(span.getEventsList()).isEmpty();
	}

	private static String attribute(Span span, String key) {
		return span.getAttributesList()
			.stream()
			.filter((attribute) -> attribute.getKey().equals(key))
			.map(KeyValue::getValue)
			.map((value) -> value.getStringValue())
			.findFirst()
			.orElse("");
	}

	private static String hex(ByteString id) {
		return HexFormat.of().formatHex(id.toByteArray());
	}

}
