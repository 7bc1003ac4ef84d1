package dev.couplet.protocol.grpc;

import java.util.List;

import dev.couplet.CoupletTest;
import dev.couplet.GrpcClient;
import dev.couplet.Metrics;
import dev.couplet.protocol.grpc.v1.GuessRequest;
import dev.couplet.protocol.grpc.v1.ListTransformsRequest;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CallMeters}, with the metrics of a server.
 */
@CoupletTest
class CallMetersIntegrationTests {

	private static final TransformRequest TRIM = TransformRequest.newBuilder()
		.setRecipe("trim")
		.setText(" poem ")
		.build();

	@Autowired
	private ApplicationContext server;

	@LocalServerPort
	private int httpPort;

	private Metrics metrics;

	private GrpcClient client;

	@BeforeEach
	void connect() {
		this.metrics = new Metrics(this.httpPort);
		this.client = GrpcClient.connect(GrpcClient.port(this.server));
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void callsAreCountedByMethod() {
		assertCounts("Transform", "OK", () -> this.client.calls().transform(TRIM));
		assertCounts("TransformStream", "OK", () -> this.client.stream(List.of(TRIM, TRIM)));
		assertCounts("Guess", "OK", () -> this.client.calls().guess(GuessRequest.getDefaultInstance()));
		assertCounts("ListTransforms", "OK",
				() -> this.client.calls().listTransforms(ListTransformsRequest.getDefaultInstance()));
	}

	@Test
	void callsThatFailAreCountedByStatus() {
		TransformRequest misspelt = TRIM.toBuilder().setRecipe("trin").build();
		assertCounts("Transform", "NOT_FOUND", () -> assertFails(() -> this.client.calls().transform(misspelt)));
		TransformRequest bad = TRIM.toBuilder().setRecipe("wrap=0").build();
		assertCounts("Transform", "INVALID_ARGUMENT", () -> assertFails(() -> this.client.calls().transform(bad)));
	}

	@Test
	void callsOfOtherServicesAreCountedTogether() {
		assertCounts("OTHER", "OK",
				() -> HealthGrpc.newBlockingStub(this.client.channel()).check(HealthCheckRequest.getDefaultInstance()));
	}

	@Test
	void theNameOfAnUnknownMethodIsNotATag() {
		for (String name : new String[] { "couplet.v1.Transforms/Rosebud", "Rosebud/Transform" }) {
			MethodDescriptor<TransformRequest, TransformResponse> unknown = TransformsGrpc.getTransformMethod()
				.toBuilder()
				.setFullMethodName(name)
				.build();
			assertCounts("OTHER", "UNIMPLEMENTED", () -> assertFails(
					() -> ClientCalls.blockingUnaryCall(this.client.channel(), unknown, CallOptions.DEFAULT, TRIM)));
		}
		assertThat(this.metrics.lines()).noneMatch((line) -> line.contains("Rosebud"));
	}

	@Test
	void anOpenStreamIsAnOpenCallUntilItEnds() {
		awaitOpen(0);
		assertThat(this.metrics.value("couplet_grpc_calls_max"))
			.isEqualTo(4 * this.metrics.value("couplet_connections_max{listener=\"grpc\"}"));
		assertCounts("TransformStream", "CANCELLED", () -> {
			StreamObserver<TransformRequest> stream = TransformsGrpc.newStub(this.client.channel())
				.transformStream(new Ignoring());
			stream.onNext(TRIM);
			awaitOpen(1);
			stream.onError(new IllegalStateException("the client leaves"));
			awaitOpen(0);
		});
	}

	private void awaitOpen(int calls) {
		Awaitility.await().until(() -> this.metrics.value("couplet_grpc_calls_open") == calls);
	}

	// the client has the status before the server has counted the call
	private void assertCounts(String method, String status, Runnable call) {
		String series = "couplet_grpc_calls_total{method=\"%s\",status=\"%s\"}".formatted(method, status);
		double before = this.metrics.value(series);
		call.run();
		Awaitility.await().untilAsserted(() -> assertThat(this.metrics.value(series)).as(series).isEqualTo(before + 1));
	}

	private static void assertFails(Runnable call) {
		assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call::run);
	}

	private static final class Ignoring implements StreamObserver<TransformStreamResponse> {

		@Override
		public void onNext(TransformStreamResponse response) {
			// ignored
		}

		@Override
		public void onError(Throwable failure) {
			// ignored
		}

		@Override
		public void onCompleted() {
			// ignored
		}

	}

}
