package dev.couplet.protocol.grpc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.google.common.util.concurrent.ListenableFuture;
import dev.couplet.CoupletTest;
import dev.couplet.GrpcClient;
import dev.couplet.Metrics;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.Transform;
import dev.couplet.transform.Value;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that the deadline and the cancellation of a call reach the service.
 */
@CoupletTest
@Import(GrpcCancellationIntegrationTests.Steps.class)
class GrpcCancellationIntegrationTests {

	private static final String TEN_STEPS = "held,counted,counted,counted,counted,counted,counted,counted,counted,counted";

	@Autowired
	private ApplicationContext server;

	@Autowired
	private Steps steps;

	@LocalServerPort
	private int httpPort;

	private GrpcClient client;

	@BeforeEach
	void connect() {
		this.client = GrpcClient.connect(GrpcClient.port(this.server));
		this.steps.reset();
	}

	@AfterEach
	void close() {
		this.steps.release.release(1000);
		this.client.close();
	}

	@Test
	void aCancelledCallDoesNotRunTheStepsThatAreLeft() throws InterruptedException {
		Metrics metrics = new Metrics(this.httpPort);
		double vanished = metrics.failed("grpc", "vanished");
		ListenableFuture<TransformResponse> call = TransformsGrpc.newFutureStub(this.client.channel())
			.transform(request(TEN_STEPS));
		assertThat(this.steps.begun.await(30, TimeUnit.SECONDS)).isTrue();
		call.cancel(true);
		// a step cannot be interrupted; the one that runs ends, and no other begins
		awaitCancelled();
		this.steps.release.release(1000);
		Awaitility.await().until(() -> metrics.failed("grpc", "vanished") == vanished + 1);
		assertThat(this.steps.counted).hasValue(0);
	}

	@Test
	void aCallWhoseDeadlinePassesDoesNotRunTheStepsThatAreLeft() {
		Metrics metrics = new Metrics(this.httpPort);
		double vanished = metrics.failed("grpc", "vanished");
		assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(
				() -> this.client.calls().withDeadlineAfter(200, TimeUnit.MILLISECONDS).transform(request(TEN_STEPS)))
			.satisfies((failure) -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
		awaitCancelled();
		this.steps.release.release(1000);
		Awaitility.await().until(() -> metrics.failed("grpc", "vanished") == vanished + 1);
		assertThat(this.steps.counted).hasValue(0);
	}

	@Test
	void aRequestOfACancelledStreamDoesNotRunTheStepsThatAreLeft() throws InterruptedException {
		ClientCall<TransformRequest, TransformStreamResponse> stream = this.client.channel()
			.newCall(TransformsGrpc.getTransformStreamMethod(), CallOptions.DEFAULT);
		stream.start(new ClientCall.Listener<>() {
		}, new Metadata());
		stream.sendMessage(request(TEN_STEPS));
		stream.sendMessage(request("counted"));
		assertThat(this.steps.begun.await(30, TimeUnit.SECONDS)).isTrue();
		stream.cancel("no longer needed", null);
		awaitCancelled();
		this.steps.release.release(1000);
		assertThat(this.client.calls().transform(request("cummingsify")).getText()).isEqualTo("poem");
		assertThat(this.steps.counted).hasValue(0);
	}

	@Test
	void aStepThatWaitsIsInterruptedWhenTheCallIsCancelled() throws InterruptedException {
		ListenableFuture<TransformResponse> call = TransformsGrpc.newFutureStub(this.client.channel())
			.transform(request("trim,forever,counted"));
		assertThat(this.steps.begun.await(30, TimeUnit.SECONDS)).isTrue();
		call.cancel(true);
		assertThat(this.steps.interrupted.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(this.steps.counted).hasValue(0);
	}

	// the server has closed the call: it is not in flight any more
	private void awaitCancelled() {
		OpenCalls calls = this.server.getBean(OpenCalls.class);
		Awaitility.await().until(calls::isEmpty);
	}

	private static TransformRequest request(String recipe) {
		return TransformRequest.newBuilder().setRecipe(recipe).setText("POEM").build();
	}

	/**
	 * Steps that wait, and one that counts how often it runs.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Steps {

		private final AtomicInteger counted = new AtomicInteger();

		private final Semaphore release = new Semaphore(0);

		private CountDownLatch begun = new CountDownLatch(1);

		private CountDownLatch interrupted = new CountDownLatch(1);

		void reset() {
			this.counted.set(0);
			this.release.drainPermits();
			this.begun = new CountDownLatch(1);
			this.interrupted = new CountDownLatch(1);
		}

		@Bean
		Transform held() {
			return Transform.named("held").describedAs("Waits on its thread.").applying((text) -> {
				this.begun.countDown();
				this.release.acquireUninterruptibly();
				return text;
			});
		}

		@Bean
		Transform counted() {
			return Transform.named("counted").describedAs("Counts.").applying((text) -> {
				this.counted.incrementAndGet();
				return text;
			});
		}

		@Bean
		Transform forever() {
			return Transform.named("forever").describedAs("Waits until it is interrupted.").waiting((value, call) -> {
				this.begun.countDown();
				try {
					new CountDownLatch(1).await();
				}
				catch (InterruptedException ex) {
					this.interrupted.countDown();
					throw new ClientGoneException();
				}
				return Value.of("");
			});
		}

	}

}
