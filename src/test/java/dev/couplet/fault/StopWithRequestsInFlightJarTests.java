package dev.couplet.fault;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.couplet.GrpcClient;
import dev.couplet.Metrics;
import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.stub.StreamObserver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a stop answers the requests that the server is working on, on every
 * protocol.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@Tag("slow")
class StopWithRequestsInFlightJarTests {

	private static final String TEXT = "Train by night, and the moon is late. ".repeat(6000);

	/**
	 * Takes some hundred milliseconds.
	 */
	private static final String RECIPE = "bzip2,bunzip2,".repeat(6) + "sha256";

	private static final String RESULT = sha256(TEXT);

	@RepeatedTest(20)
	void everyProtocolAnswersTheRequestInFlight() throws Exception {
		// with one processor there is one worker, so that all requests but one wait
		try (ServerProcess server = ServerProcess.startJar("-XX:ActiveProcessorCount=1",
				"--spring.lifecycle.timeout-per-shutdown-phase=2m");
				SocketClient netstring = SocketClient.connect(server.port("netstring"));
				SocketClient socketmap = SocketClient.connect(server.port("socketmap"));
				HttpClient http = HttpClient.newHttpClient();
				GrpcClient unary = GrpcClient.connect(server.port("grpc"));
				GrpcClient stream = GrpcClient.connect(server.port("grpc"))) {
			Map<String, CompletableFuture<String>> replies = new LinkedHashMap<>();
			netstring.sendNetstring(RECIPE + "." + TEXT);
			socketmap.sendNetstring(RECIPE + " " + TEXT);
			replies.put("http", post(http, server, "/transforms/" + RECIPE, "text/plain", TEXT));
			replies.put("mcp", post(http, server, "/mcp", "application/json", toolCall()));
			replies.put("unary", unary(unary));
			replies.put("stream", stream(stream));
			Metrics metrics = server.metrics();
			Awaitility.await().until(() -> metrics.value("couplet_transforms_waiting"), (waiting) -> waiting == 5);
			server.stop();
			replies.put("netstring", CompletableFuture.supplyAsync(netstring::readNetstring));
			replies.put("socketmap", CompletableFuture.supplyAsync(socketmap::readNetstring));
			assertThat(replies).allSatisfy((protocol, reply) -> assertThat(reply).as(protocol)
				.succeedsWithin(2, TimeUnit.MINUTES)
				.asString()
				.contains(RESULT));
			server.awaitExit();
		}
	}

	private static CompletableFuture<String> post(HttpClient client, ServerProcess server, String path, String type,
			String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.httpPort() + path))
			.header("Content-Type", type)
			.header("Accept", type)
			.version(HttpClient.Version.HTTP_1_1)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
	}

	private static String toolCall() {
		return """
				{"jsonrpc":"2.0","id":1,"method":"tools/call",
				"params":{"name":"transform","arguments":{"recipe":"%s","text":"%s"}}}""".formatted(RECIPE, TEXT);
	}

	private static CompletableFuture<String> unary(GrpcClient client) {
		CompletableFuture<String> reply = new CompletableFuture<>();
		TransformsGrpc.newStub(client.channel()).transform(request(), new Reply<TransformResponse>(reply));
		return reply;
	}

	// not half-closed: the client could send more
	private static CompletableFuture<String> stream(GrpcClient client) {
		CompletableFuture<String> reply = new CompletableFuture<>();
		TransformsGrpc.newStub(client.channel())
			.transformStream(new Reply<TransformStreamResponse>(reply))
			.onNext(request());
		return reply;
	}

	private static TransformRequest request() {
		return TransformRequest.newBuilder().setRecipe(RECIPE).setText(TEXT).build();
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The first message of a reply.
	 *
	 * @param <T> the message
	 * @param first completed with the message or the error
	 */
	private record Reply<T>(CompletableFuture<String> first) implements StreamObserver<T> {

		@Override
		public void onNext(T message) {
			this.first.complete(message.toString());
		}

		@Override
		public void onError(Throwable failure) {
			this.first.completeExceptionally(failure);
		}

		@Override
		public void onCompleted() {
			this.first.completeExceptionally(new AssertionError("ended without a message"));
		}

	}

}
