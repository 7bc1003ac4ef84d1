package dev.couplet;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.couplet.tcp.Listener;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.Span;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Tests for a collector that receives traces by OTLP over gRPC.
 */
@CoupletTest
@DirtiesContext
@TestPropertySource(properties = { "management.opentelemetry.tracing.export.otlp.transport=grpc",
		"management.opentelemetry.tracing.export.schedule-delay=20ms" })
class TracingOverGrpcIntegrationTests {

	private static final Queue<ExportTraceServiceRequest> EXPORTS = new ConcurrentLinkedQueue<>();

	private static final Server COLLECTOR = collector();

	@Autowired
	private Listener netstringListener;

	@DynamicPropertySource
	static void endpoint(DynamicPropertyRegistry properties) {
		properties.add("management.opentelemetry.tracing.export.otlp.endpoint",
				() -> "http://localhost:" + COLLECTOR.getPort());
	}

	@AfterAll
	static void close() {
		COLLECTOR.shutdownNow();
	}

	@Test
	void collectorReceivesTheSpansOfARequest() {
		SocketClient.exchange(this.netstringListener.port(), "16:upper-case.hello,");
		Awaitility.await().until(TracingOverGrpcIntegrationTests::names, (names) -> names.contains("upper-case"));
	}

	private static List<String> names() {
		return EXPORTS.stream()
			.flatMap((export) -> export.getResourceSpansList().stream())
			.flatMap((resource) -> resource.getScopeSpansList().stream())
			.flatMap((scope) -> scope.getSpansList().stream())
			.map(Span::getName)
			.toList();
	}

	private static Server collector() {
		try {
			return Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
				.addService(new Collector())
				.build()
				.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Collector extends TraceServiceGrpc.TraceServiceImplBase {

		@Override
		public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> reply) {
			EXPORTS.add(request);
			reply.onNext(ExportTraceServiceResponse.getDefaultInstance());
			reply.onCompleted();
		}

	}

}
