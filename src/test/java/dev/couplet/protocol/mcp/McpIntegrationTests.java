package dev.couplet.protocol.mcp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

import dev.couplet.CoupletTest;
import dev.couplet.Metrics;
import dev.couplet.SocketClient;
import dev.couplet.transform.TransformService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for MCP over HTTP.
 */
@CoupletTest
@TestPropertySource(properties = { "couplet.transform.max-text-size=10000B", "couplet.mcp.max-result=5000" })
class McpIntegrationTests {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

	private static final int MAX_MESSAGE = 6 * 10_000 + 64 * 1024;

	@LocalServerPort
	private int port;

	@Autowired
	private TransformService service;

	@Test
	void aRequestIsAnsweredWithJsonAndSafeHeadersAndWithoutASession() throws Exception {
		HttpResponse<String> response = post(PING);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
		assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(response.headers().firstValue("Mcp-Session-Id")).isEmpty();
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

	@Test
	void aToolIsCalled() throws Exception {
		JsonNode result = JsonMapper.shared().readTree(post(transform("cummingsify", "HERE IS MY POEM")).body());
		assertThat(result.at("/result/content/0/text").asString()).isEqualTo("here is my poem");
	}

	@Test
	void aNotificationIsAcceptedWithoutABody() throws Exception {
		HttpResponse<String> response = post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
		assertThat(response.statusCode()).isEqualTo(202);
		assertThat(response.body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "DELETE", "PUT", "QUERY" })
	void otherMethodsAreNotAllowed(String method) throws Exception {
		HttpResponse<String> response = send(request().method(method, BodyPublishers.noBody()));
		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05" })
	void everyRevisionOfTheProtocolIsServed(String revision) throws Exception {
		assertThat(post(PING, "MCP-Protocol-Version", revision).statusCode()).isEqualTo(200);
	}

	@Test
	void anUnknownRevisionIsRefused() throws Exception {
		HttpResponse<String> response = post(PING, "MCP-Protocol-Version", "2999-01-01");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":"
				+ "\"the revision of the protocol is not one of 2025-11-25, 2025-06-18, 2025-03-26, 2024-11-05\"}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.example", "null", "http://localhost", "http://localhost:1" })
	void aPageOfAnotherSiteIsRefused(String origin) throws Exception {
		Metrics metrics = new Metrics(this.port);
		double failed = metrics.failed("mcp", "malformed-request");
		HttpResponse<String> response = post(transform("trim", "rosebud"), "Origin", origin);
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("pages of other sites are not served").doesNotContain("rosebud");
		assertThat(metrics.failed("mcp", "malformed-request")).isEqualTo(failed + 1);
	}

	@Test
	void aShortResponseHasItsLength() throws Exception {
		HttpResponse<String> response = post(PING);
		assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length());
	}

	@Test
	void aPageOfThisServerIsServed() throws Exception {
		assertThat(post(PING, "Origin", "http://localhost:" + this.port).statusCode()).isEqualTo(200);
	}

	@Test
	void anotherHostIsRefused() {
		assertThat(SocketClient.connect(this.port)
			.send("POST /mcp HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n"
					+ "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
			.readToEnd()).startsWith("HTTP/1.1 421 ");
	}

	@Test
	void otherContentTypesAreRefused() throws Exception {
		// what a form of another site can send without a preflight request
		HttpRequest.Builder request = HttpRequest.newBuilder(request().build().uri())
			.header("Content-Type", "text/plain")
			.POST(BodyPublishers.ofString(PING));
		assertThat(send(request).statusCode()).isEqualTo(415);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{\"jsonrpc\":\"2.0\",\"id\":1}" })
	void aMalformedMessageIsAnErrorAndIsCounted(String message) throws Exception {
		Metrics metrics = new Metrics(this.port);
		double failed = metrics.failed("mcp", "malformed-request");
		HttpResponse<String> response = post(message);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32");
		assertThat(metrics.failed("mcp", "malformed-request")).isEqualTo(failed + 1);
	}

	@Test
	void aRequestForAnUnknownMethodHasAnErrorButStatus200() throws Exception {
		HttpResponse<String> response = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nosuch\"}");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"code\":-32601");
	}

	@Test
	void theSizeOfAMessageIsLimited() throws Exception {
		Metrics metrics = new Metrics(this.port);
		double failed = metrics.failed("mcp", "too-large");
		String largest = PING + " ".repeat(MAX_MESSAGE - PING.length());
		assertThat(post(largest).statusCode()).isEqualTo(200);
		assertThat(post(largest + " ").statusCode()).isEqualTo(413);
		HttpRequest chunked = request().POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(largest + " ")))
			.build();
		assertThat(HTTP.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
		assertThat(metrics.failed("mcp", "too-large")).isEqualTo(failed + 2);
		assertThat(this.service.reservedMemory()).isZero();
	}

	@Test
	void aTextAsLargeAsTheLimitIsTakenHoweverItIsEscaped() throws Exception {
		StringBuilder escaped = new StringBuilder();
		for (int i = 0; i < 5000; i++) {
			escaped.append("\\u0449");
		}
		assertThat(post(transform("count", escaped.toString())).body()).contains("\\\"characters\\\":5000");
		assertThat(post(transform("count", escaped + "x")).body()).contains("too-large");
	}

	@Test
	void aResultOverTheSettingIsRefused() throws Exception {
		assertThat(post(transform("trim", "x".repeat(5000))).body()).contains("\"isError\":false");
		assertThat(post(transform("trim", "x".repeat(5001))).body())
			.contains("the result has 5001 characters, and at most 5000 are returned");
	}

	@Test
	void requestsAreTimedAndCountedAsThoseOfMcp() throws Exception {
		Metrics metrics = new Metrics(this.port);
		double timed = metrics.transforms("mcp", "cummingsify", "success");
		double guessed = metrics.transforms("mcp", "GUESS", "success");
		double unknown = metrics.failed("mcp", "unknown-transform");
		post(transform("cummingsify", "POEM"));
		post(transform("nosuch", "POEM"));
		post(call("guess", "{\"text\":\"QQ==\"}"));
		assertThat(metrics.transforms("mcp", "cummingsify", "success")).isEqualTo(timed + 1);
		assertThat(metrics.transforms("mcp", "GUESS", "success")).isEqualTo(guessed + 1);
		assertThat(metrics.failed("mcp", "unknown-transform")).isEqualTo(unknown + 1);
	}

	@Test
	void requestsAreCountedByMethodAndOutcome() throws Exception {
		assertCounts("ping", "success", PING);
		assertCounts("tools/call transform", "success", transform("trim", "a"));
		assertCounts("tools/call transform", "unknown-transform", transform("trin", "a"));
		assertCounts("tools/call guess", "malformed-request", call("guess", "{}"));
		assertCounts("tools/call find_transforms", "success", call("find_transforms", "{\"query\":\"sort\"}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"rosebud\"}",
			"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"rosebud\"}}", "rosebud" })
	void whatIsNotAValidRequestIsCountedAsUnknown(String message) throws Exception {
		assertCounts("UNKNOWN", "malformed-request", message);
		assertThat(new Metrics(this.port).lines()).noneMatch((line) -> line.contains("rosebud"));
	}

	private void assertCounts(String method, String outcome, String message) throws Exception {
		String series = "couplet_mcp_requests_total{method=\"%s\",outcome=\"%s\"}".formatted(method, outcome);
		Metrics metrics = new Metrics(this.port);
		double before = metrics.value(series);
		post(message);
		assertThat(metrics.value(series)).as(series).isEqualTo(before + 1);
	}

	@Test
	void manyRequestsOnOneConnectionAreAnswered() throws Exception {
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			statuses.add(post(transform("reverse", "poem " + i)).statusCode());
		}
		assertThat(statuses).containsOnly(200);
	}

	private static String transform(String recipe, String text) {
		return call("transform", "{\"recipe\":\"" + recipe + "\",\"text\":\"" + text + "\"}");
	}

	private static String call(String tool, String arguments) {
		return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
				+ "\",\"arguments\":" + arguments + "}}";
	}

	private HttpResponse<String> post(String message, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = request().POST(BodyPublishers.ofString(message));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	private HttpRequest.Builder request() {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/mcp"))
			.header("Content-Type", "application/json")
			.header("Accept", "application/json, text/event-stream");
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return HTTP.send(request.build(), BodyHandlers.ofString());
	}

}
