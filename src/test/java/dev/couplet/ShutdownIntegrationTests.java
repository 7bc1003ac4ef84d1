package dev.couplet;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.couplet.client.FakeServer;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import dev.couplet.tcp.Listener;
import dev.couplet.transform.Transform;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the graceful shutdown of the whole server, as on SIGTERM.
 */
@Tag("slow")
class ShutdownIntegrationTests {

	private static final String REQUEST = "27:cummingsify.HERE IS MY POEM,";

	private static final String HTTP_REQUEST = "POST /transforms/cummingsify HTTP/1.1\r\nHost: localhost\r\n"
			+ "Content-Length: 4\r\n\r\nPOEM";

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	private ConfigurableApplicationContext server;

	private Listener netstring;

	private Listener socketmap;

	@BeforeEach
	void start() {
		startWith();
	}

	private void startWith(String... settings) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--couplet.netstring.port=0",
				"--couplet.socketmap.port=0", "--couplet.grpc.port=0", "--couplet.poetry.servers="));
		arguments.addAll(List.of(settings));
		this.server = new SpringApplicationBuilder(CoupletApplication.class).initializers(
				(context) -> ((GenericApplicationContext) context).registerBean("slow", Transform.class, this::slow))
			.run(arguments.toArray(String[]::new));
		this.netstring = this.server.getBean("netstringListener", Listener.class);
		this.socketmap = this.server.getBean("socketmapListener", Listener.class);
	}

	@AfterEach
	void stop() {
		this.released.countDown();
		this.server.close();
	}

	@Test
	void requestInFlightIsAnswered() throws InterruptedException {
		try (SocketClient client = SocketClient.connect(this.netstring.port())) {
			client.send("9:slow.POEM,");
			assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
			Thread shutdown = beginShutdown();
			this.released.countDown();
			assertThat(client.readToEnd()).isEqualTo("4:poem,");
			shutdown.join();
		}
	}

	@Test
	void partiallyReceivedRequestIsAnswered() throws InterruptedException {
		try (SocketClient client = SocketClient.connect(this.netstring.port())) {
			client.send(REQUEST.substring(0, 20));
			Awaitility.await().until(() -> this.netstring.connections() == 1);
			Thread shutdown = beginShutdown();
			assertThat(client.send(REQUEST.substring(20)).readToEnd()).isEqualTo("15:here is my poem,");
			shutdown.join();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 60, 79 })
	void partiallyReceivedHttpRequestIsAnswered(int begun) throws InterruptedException {
		try (SocketClient client = SocketClient.connect(httpPort())) {
			client.send(HTTP_REQUEST);
			readHttpReply(client);
			client.send(HTTP_REQUEST.substring(0, begun));
			Thread shutdown = beginShutdown();
			// longer than an idle connection is kept
			assertThat(shutdown.join(Duration.ofSeconds(1))).isFalse();
			assertThat(gauge("couplet.connections")).isOne();
			assertThat(gauge("couplet.connections.max")).isGreaterThan(1);
			assertThat(client.send(HTTP_REQUEST.substring(begun)).readToEnd()).startsWith("HTTP/1.1 200")
				.endsWith("poem");
			shutdown.join();
		}
	}

	@Test
	void busyHttpConnectionLosesNoRequestAndGetsConnectionClose() throws InterruptedException {
		this.server.close();
		// so that the timeout of the phase does not end it
		startWith("--spring.lifecycle.timeout-per-shutdown-phase=1h");
		try (SocketClient client = SocketClient.connect(httpPort())) {
			client.send(HTTP_REQUEST);
			readHttpReply(client);
			Thread shutdown = beginShutdown();
			Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
				client.send(HTTP_REQUEST);
				return readHttpReply(client).contains("Connection: close");
			});
			assertThat(client.readToEnd()).isEmpty();
			shutdown.join();
		}
	}

	@Test
	void httpBacklogIsServedWhenThePortIsClosed() throws InterruptedException {
		this.server.close();
		startWith("--server.tomcat.max-connections=1");
		try (SocketClient first = SocketClient.connect(httpPort())) {
			first.send(HTTP_REQUEST);
			readHttpReply(first);
			try (SocketClient waiting = SocketClient.connect(httpPort())) {
				waiting.send(HTTP_REQUEST);
				Thread shutdown = beginShutdown();
				first.halfClose();
				assertThat(waiting.readToEnd()).startsWith("HTTP/1.1 200").endsWith("poem");
				shutdown.join();
			}
		}
	}

	@Test
	void httpBacklogIsServedAlthoughNoOtherConnectionCloses() throws InterruptedException {
		this.server.close();
		startWith("--server.tomcat.max-connections=1");
		try (SocketClient first = SocketClient.connect(httpPort())) {
			first.send(HTTP_REQUEST);
			readHttpReply(first);
			first.send(HTTP_REQUEST.substring(0, 10));
			try (SocketClient waiting = SocketClient.connect(httpPort())) {
				waiting.send(HTTP_REQUEST);
				Thread shutdown = beginShutdown();
				assertThat(waiting.readToEnd()).startsWith("HTTP/1.1 200").endsWith("poem");
				assertThat(first.send(HTTP_REQUEST.substring(10)).readToEnd()).startsWith("HTTP/1.1 200")
					.endsWith("poem");
				shutdown.join();
			}
		}
	}

	@Test
	void requestsThatWaitForAnotherServerAreAnsweredWhenTheTimeIsUp() throws InterruptedException {
		this.server.close();
		CountDownLatch arrived = new CountDownLatch(3);
		try (FakeServer silent = FakeServer.start((client) -> {
			FakeServer.readRequest(client);
			arrived.countDown();
			FakeServer.await(client, Duration.ofMinutes(1));
		})) {
			startWith("--spring.lifecycle.timeout-per-shutdown-phase=1s",
					"--couplet.remotes.held.uri=netstring://" + silent.address() + "/x",
					"--couplet.remotes.held.timeout=1m");
			try (SocketClient mail = SocketClient.connect(this.socketmap.port());
					SocketClient large = SocketClient.connect(this.socketmap.port());
					SocketClient web = SocketClient.connect(httpPort())) {
				mail.sendNetstring("held poem");
				large.sendNetstring("held " + "x".repeat(500_000));
				web.send(HTTP_REQUEST.replace("cummingsify", "held"));
				assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
				Thread shutdown = beginShutdown();
				assertThat(mail.readNetstring()).startsWith("TEMP the server is shutting down");
				assertThat(large.readNetstring()).startsWith("TEMP the server is shutting down");
				assertThat(web.readToEnd()).startsWith("HTTP/1.1 503").contains("the server is shutting down");
				shutdown.join();
			}
		}
	}

	@Test
	void grpcCallInFlightIsAnswered() throws InterruptedException {
		try (GrpcClient client = GrpcClient.connect(GrpcClient.port(this.server))) {
			Future<TransformResponse> call = TransformsGrpc.newFutureStub(client.channel())
				.transform(grpcRequest("slow"));
			assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
			Thread shutdown = beginShutdown();
			this.released.countDown();
			assertThat(call).succeedsWithin(Duration.ofSeconds(20))
				.extracting(TransformResponse::getText)
				.isEqualTo("poem");
			shutdown.join();
		}
	}

	@Test
	void grpcStreamEndsAsUnavailableAfterItsLastResponse() throws InterruptedException {
		BlockingQueue<String> seen = new LinkedBlockingQueue<>();
		try (GrpcClient client = GrpcClient.connect(GrpcClient.port(this.server))) {
			StreamObserver<TransformRequest> stream = TransformsGrpc.newStub(client.channel())
				.transformStream(new StreamObserver<>() {

					@Override
					public void onNext(TransformStreamResponse response) {
						seen.add(response.getResult().getText());
					}

					@Override
					public void onError(Throwable failure) {
						seen.add(failure.getMessage());
					}

					@Override
					public void onCompleted() {
						seen.add("completed");
					}

				});
			stream.onNext(grpcRequest("cummingsify"));
			assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("poem");
			stream.onNext(grpcRequest("slow"));
			stream.onNext(grpcRequest("reverse"));
			assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
			Thread shutdown = beginShutdown();
			this.released.countDown();
			assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("poem");
			assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("MEOP");
			assertThat(seen.poll(20, TimeUnit.SECONDS))
				.isEqualTo("UNAVAILABLE: the server is shutting down; try again in 1 s");
			shutdown.join();
		}
	}

	@Test
	void busyGrpcConnectionLosesNoCall() throws InterruptedException {
		AtomicBoolean stopped = new AtomicBoolean();
		try (GrpcClient client = GrpcClient.connect(GrpcClient.port(this.server))) {
			assertThat(client.calls().transform(grpcRequest("cummingsify")).getText()).isEqualTo("poem");
			Thread shutdown = Thread.ofPlatform().start(() -> {
				this.server.close();
				stopped.set(true);
			});
			int answered = 0;
			try {
				while (!stopped.get()) {
					assertThat(client.calls().transform(grpcRequest("cummingsify")).getText()).isEqualTo("poem");
					answered++;
				}
			}
			catch (StatusRuntimeException ex) {
				// a call that is made after the port is closed cannot connect, which is
				// not a lost call
				assertThat(ex).hasRootCauseInstanceOf(ConnectException.class);
			}
			assertThat(answered).isPositive();
			shutdown.join();
		}
	}

	@Test
	void idleGrpcConnectionDoesNotDelayTheShutdown() throws InterruptedException {
		this.server.close();
		// so that the timeout of the phase does not end it
		startWith("--spring.lifecycle.timeout-per-shutdown-phase=1h");
		// a client that answers nothing, not even the ping after which its connection is
		// closed
		try (SocketClient client = SocketClient.connect(GrpcClient.port(this.server))) {
			client.sendWhileOpen(
					"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
			assertThat(client.read(9)).isNotEmpty();
			beginShutdown().join();
		}
	}

	@Test
	void grpcHealthStopsServingBeforeAnyPortIsClosed() {
		List<HealthCheckResponse.ServingStatus> seen = new CopyOnWriteArrayList<>();
		try (GrpcClient client = GrpcClient.connect(GrpcClient.port(this.server))) {
			HealthGrpc.newStub(client.channel())
				.watch(HealthCheckRequest.newBuilder().setService("couplet.v1.Transforms").build(),
						new StreamObserver<>() {

							@Override
							public void onNext(HealthCheckResponse response) {
								seen.add(response.getStatus());
							}

							@Override
							public void onError(Throwable failure) {
							}

							@Override
							public void onCompleted() {
							}

						});
			Awaitility.await().until(() -> seen.contains(HealthCheckResponse.ServingStatus.SERVING));
			this.server.close();
			assertThat(seen).last().isEqualTo(HealthCheckResponse.ServingStatus.NOT_SERVING);
		}
	}

	private static TransformRequest grpcRequest(String recipe) {
		return TransformRequest.newBuilder().setRecipe(recipe).setText("POEM").build();
	}

	@Test
	void stoppedServerCanBeRestarted() {
		this.server.stop();
		this.server.start();
		assertThatAllPortsServe();
	}

	@Test
	void pausedServerCanBeResumed() {
		this.server.pause();
		this.server.restart();
		assertThatAllPortsServe();
	}

	@Test
	void restartKeepsTheLimitOfHttpConnections() {
		double before = gauge("couplet.connections.max");
		this.server.stop();
		this.server.start();
		assertThat(gauge("couplet.connections.max")).isEqualTo(before).isPositive();
	}

	private double gauge(String name) {
		return this.server.getBean(MeterRegistry.class).get(name).tag("listener", "http").gauge().value();
	}

	private void assertThatAllPortsServe() {
		assertThat(SocketClient.exchange(this.netstring.port(), REQUEST)).isEqualTo("15:here is my poem,");
		try (GrpcClient client = GrpcClient.connect(GrpcClient.port(this.server))) {
			assertThat(client.calls().transform(grpcRequest("cummingsify")).getText()).isEqualTo("poem");
		}
		try (SocketClient client = SocketClient.connect(httpPort())) {
			for (int i = 0; i < 3; i++) {
				client.send(HTTP_REQUEST);
				assertThat(readHttpReply(client)).doesNotContain("Connection: close");
			}
		}
	}

	private static String readHttpReply(SocketClient client) {
		StringBuilder reply = new StringBuilder();
		while (reply.indexOf("poem") < 0) {
			String next = client.read(1);
			assertThat(next).as("after %s", reply).hasSize(1);
			reply.append(next);
		}
		assertThat(reply).startsWith("HTTP/1.1 200");
		return reply.toString();
	}

	@Test
	void idleSessionIsClosedAfterItsLastReply() throws InterruptedException {
		try (SocketClient client = SocketClient.connect(this.socketmap.port())) {
			assertThat(client.send("13:cummingsify A,").read(7)).isEqualTo("4:OK a,");
			Thread shutdown = beginShutdown();
			assertThat(client.readToEnd()).isEmpty();
			shutdown.join();
		}
	}

	@Test
	void readinessIsRefusedBeforeAnyPortIsClosed() {
		List<String> seen = new CopyOnWriteArrayList<>();
		this.server.addApplicationListener((ApplicationEvent event) -> {
			if (event instanceof AvailabilityChangeEvent<?> change
					&& change.getState() == ReadinessState.REFUSING_TRAFFIC) {
				seen.add(readiness());
				seen.add(SocketClient.exchange(this.netstring.port(), REQUEST));
			}
		});
		assertThat(readiness()).startsWith("HTTP/1.1 200").contains("UP");
		this.server.close();
		assertThat(seen).hasSize(2).last().isEqualTo("15:here is my poem,");
		assertThat(seen).first().asString().startsWith("HTTP/1.1 503").contains("OUT_OF_SERVICE");
	}

	@Test
	void newConnectionsAreServedDuringTheShutdownDelay() throws InterruptedException {
		this.server.close();
		startWith("--couplet.readiness.shutdown-delay=30m", "--spring.lifecycle.timeout-per-shutdown-phase=1h");
		Thread shutdown = Thread.ofPlatform().start(this.server::close);
		try {
			Awaitility.await().until(() -> readiness().startsWith("HTTP/1.1 503"));
			assertThat(SocketClient.exchange(this.netstring.port(), REQUEST)).isEqualTo("15:here is my poem,");
			assertThat(readiness()).startsWith("HTTP/1.1 503").contains("OUT_OF_SERVICE");
		}
		finally {
			// waits for no phase any longer
			shutdown.interrupt();
			shutdown.join();
		}
	}

	private String readiness() {
		return SocketClient.exchange(httpPort(),
				"GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
	}

	private int httpPort() {
		return this.server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private Thread beginShutdown() {
		Thread shutdown = Thread.ofPlatform().start(this.server::close);
		Awaitility.await().until(() -> !this.netstring.isListening());
		return shutdown;
	}

	private Transform slow() {
		return Transform.named("slow").describedAs("Waits.").applying((text) -> {
			this.begun.countDown();
			try {
				this.released.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return text.toLowerCase(Locale.ROOT);
		});
	}

}
