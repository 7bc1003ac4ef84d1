package dev.couplet.protocol.grpc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.couplet.CoupletTest;
import dev.couplet.GrpcClient;
import dev.couplet.Metrics;
import dev.couplet.SocketClient;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the limits of the port: connections, calls, and the time that clients take.
 */
@CoupletTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = { "couplet.tcp.max-connections=2", "couplet.tcp.request-timeout=1s",
		"couplet.tcp.write-timeout=1s", "couplet.grpc.max-calls-per-connection=6" })
@Tag("slow")
class GrpcLimitsIntegrationTests {

	private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	@Autowired
	private ApplicationContext server;

	@LocalServerPort
	private int httpPort;

	private Metrics metrics;

	private GrpcClient client;

	@BeforeEach
	void connect() {
		this.metrics = new Metrics(this.httpPort);
		Awaitility.await().until(() -> connections() == 0);
		this.client = GrpcClient.connect(GrpcClient.port(this.server));
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void moreConnectionsThanAllowedAreClosedAtOnceAndCounted() {
		assertThatACallIsServed();
		double refused = refused();
		try (SocketClient second = SocketClient.connect(port())) {
			second.sendWhileOpen(PREFACE);
			Awaitility.await().until(() -> connections() == 2);
			try (SocketClient third = SocketClient.connect(port())) {
				assertThat(third.readToEnd()).isEmpty();
			}
			assertThat(refused()).isEqualTo(refused + 1);
			assertThatACallIsServed();
		}
	}

	@Test
	void aConnectionThatDoesNotBeginIsClosed() {
		try (SocketClient silent = SocketClient.connect(port()); SocketClient other = SocketClient.connect(port())) {
			other.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
			// the settings of the server, and perhaps why it closes the connection
			silent.readToEnd();
			other.readToEnd();
		}
		assertThatACallIsServed();
	}

	@Test
	void aCallWithoutARequestTimesOut() {
		assertThatACallWithoutARequestTimesOut();
	}

	private void assertThatACallWithoutARequestTimesOut() {
		double before = this.metrics.failed("grpc", "request-timeout");
		Reader reader = new Reader();
		// as a stream, whose headers the client sends at once
		ClientCall<TransformRequest, ?> call = this.client.channel()
			.newCall(TransformsGrpc.getTransformMethod()
				.toBuilder()
				.setType(MethodDescriptor.MethodType.BIDI_STREAMING)
				.build(), CallOptions.DEFAULT);
		start(call, reader);
		Status status = reader.status.orTimeout(20, TimeUnit.SECONDS).join();
		assertThat(status.getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
		assertThat(status.getDescription()).isEqualTo("the request was not received in time");
		assertThat(this.metrics.failed("grpc", "request-timeout")).isEqualTo(before + 1);
		assertThatACallIsServed();
	}

	@Test
	void aCallWithoutAnEndOfItsRequestTimesOut() {
		double before = this.metrics.failed("grpc", "request-timeout");
		Reader reader = new Reader();
		ClientCall<TransformRequest, ?> call = this.client.channel()
			.newCall(TransformsGrpc.getTransformMethod()
				.toBuilder()
				.setType(MethodDescriptor.MethodType.BIDI_STREAMING)
				.build(), CallOptions.DEFAULT);
		start(call, reader);
		call.sendMessage(request("A"));
		assertThat(reader.status.orTimeout(20, TimeUnit.SECONDS).join().getCode())
			.isEqualTo(Status.Code.DEADLINE_EXCEEDED);
		assertThat(this.metrics.failed("grpc", "request-timeout")).isEqualTo(before + 1);
		assertThatACallIsServed();
	}

	@Test
	void aLargeMessageToAnotherServiceIsRefusedBeforeItHasArrived() {
		HealthCheckRequest large = HealthCheckRequest.newBuilder().setService("x".repeat(5000)).build();
		assertThatExceptionOfType(StatusRuntimeException.class)
			.isThrownBy(() -> HealthGrpc.newBlockingStub(this.client.channel()).check(large))
			.withMessage("RESOURCE_EXHAUSTED: a message to this service has at most 4096 bytes");
		assertThatACallIsServed();
	}

	/**
	 * On average, four for each connection that there may be.
	 */
	@Test
	void moreCallsThanAllowedForAllConnectionsTogetherAreRefused() {
		double before = this.metrics.failed("grpc", "unavailable");
		List<Reader> readers = new ArrayList<>();
		List<ClientCall<TransformRequest, TransformStreamResponse>> streams = new ArrayList<>();
		try (GrpcClient other = GrpcClient.connect(port())) {
			for (int i = 0; i < 9; i++) {
				Reader reader = new Reader();
				ClientCall<TransformRequest, TransformStreamResponse> stream = ((i < 5) ? this.client : other).channel()
					.newCall(TransformsGrpc.getTransformStreamMethod(), CallOptions.DEFAULT);
				start(stream, reader);
				stream.request(1);
				stream.sendMessage(request("A"));
				int begun = i + 1;
				Awaitility.await().until(() -> answered(readers) + refused(readers) == Math.min(begun - 1, 8));
				readers.add(reader);
				streams.add(stream);
			}
			Awaitility.await().until(() -> answered(readers) == 8 && refused(readers) == 1);
			assertThat(readers.getLast().status.join().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
			assertThat(this.metrics.failed("grpc", "unavailable")).isEqualTo(before + 1);
			streams.forEach((stream) -> stream.cancel("enough", null));
		}
		Awaitility.await().untilAsserted(this::assertThatACallIsServed);
	}

	private static long refused(List<Reader> readers) {
		return readers.stream().filter((reader) -> reader.status.isDone()).count();
	}

	@Test
	void aStreamThatWaitsForItsNextRequestDoesNotTimeOut() {
		Reader reader = new Reader();
		ClientCall<TransformRequest, TransformStreamResponse> stream = stream();
		start(stream, reader);
		stream.request(2);
		stream.sendMessage(request("A"));
		Awaitility.await().until(() -> reader.received.size() == 1);
		assertThatACallWithoutARequestTimesOut();
		stream.sendMessage(request("B"));
		Awaitility.await().until(() -> reader.received.size() == 2);
		stream.cancel("enough", null);
	}

	@Test
	void aClientThatTakesNoResponseIsDisconnected(CapturedOutput output) {
		double before = this.metrics.failed("grpc", "write-timeout");
		Reader reader = new Reader();
		ClientCall<TransformRequest, TransformStreamResponse> stream = stream();
		start(stream, reader);
		TransformRequest large = TransformRequest.newBuilder()
			.setRecipe("hex-encode")
			.setText("x".repeat(120_000))
			.build();
		for (int i = 0; i < 20; i++) {
			stream.sendMessage(large);
		}
		Awaitility.await().until(() -> this.metrics.failed("grpc", "write-timeout") == before + 1);
		Awaitility.await().until(() -> connections() == 0);
		assertThat(output).doesNotContain(" WARN ", " ERROR ");
		assertThatACallIsServed();
		stream.request(20);
		assertThat(reader.status.orTimeout(20, TimeUnit.SECONDS).join().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
	}

	@Test
	void moreCallsThanAllowedWaitInTheClient() {
		List<Reader> readers = new ArrayList<>();
		List<ClientCall<TransformRequest, TransformStreamResponse>> streams = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			Reader reader = new Reader();
			ClientCall<TransformRequest, TransformStreamResponse> stream = stream();
			start(stream, reader);
			stream.request(1);
			stream.sendMessage(request("A"));
			readers.add(reader);
			streams.add(stream);
		}
		Awaitility.await().until(() -> answered(readers) == 6);
		streams.getFirst().halfClose();
		Awaitility.await().until(() -> answered(readers) == 7);
		streams.forEach((stream) -> stream.cancel("enough", null));
	}

	private static long answered(List<Reader> readers) {
		return readers.stream().filter((reader) -> !reader.received.isEmpty()).count();
	}

	private ClientCall<TransformRequest, TransformStreamResponse> stream() {
		return this.client.channel().newCall(TransformsGrpc.getTransformStreamMethod(), CallOptions.DEFAULT);
	}

	@SuppressWarnings("unchecked")
	private static void start(ClientCall<TransformRequest, ?> call, Reader reader) {
		((ClientCall<TransformRequest, Object>) call).start(reader, new Metadata());
	}

	private void assertThatACallIsServed() {
		assertThat(this.client.calls().withWaitForReady().transform(request("A")).getText()).isEqualTo("a");
	}

	private static TransformRequest request(String text) {
		return TransformRequest.newBuilder().setRecipe("cummingsify").setText(text).build();
	}

	private int port() {
		return GrpcClient.port(this.server);
	}

	private double connections() {
		return this.metrics.value("couplet_connections{listener=\"grpc\"}");
	}

	private double refused() {
		return this.metrics.value("couplet_connections_refused_total{limit=\"max-connections\",listener=\"grpc\"}");
	}

	/**
	 * Keeps what a call receives.
	 */
	private static final class Reader extends ClientCall.Listener<Object> {

		private final List<Object> received = Collections.synchronizedList(new ArrayList<>());

		private final CompletableFuture<Status> status = new CompletableFuture<>();

		@Override
		public void onMessage(Object response) {
			this.received.add(response);
		}

		@Override
		public void onClose(Status closed, Metadata trailers) {
			this.status.complete(closed);
		}

	}

}
