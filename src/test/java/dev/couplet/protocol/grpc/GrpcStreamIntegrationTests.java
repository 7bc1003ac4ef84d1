package dev.couplet.protocol.grpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.couplet.CoupletTest;
import dev.couplet.GrpcClient;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoupletTest
class GrpcStreamIntegrationTests {

	@Autowired
	private ApplicationContext server;

	private GrpcClient client;

	@BeforeEach
	void connect() {
		this.client = GrpcClient.connect(GrpcClient.port(this.server));
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void pipelinedRequestsAreAnsweredInOrderHoweverLongTheyTake() {
		List<TransformRequest> requests = IntStream.range(0, 2000)
			.mapToObj((number) -> (number % 100 == 0)
					// runs on a worker
					? request("each-line(reverse)", "xy\n".repeat(20_000) + number) : request("reverse", "n" + number))
			.toList();
		List<TransformStreamResponse> responses = this.client.stream(requests);
		assertThat(responses).hasSize(2000);
		for (int number = 0; number < 2000; number++) {
			String reversed = new StringBuilder().append(number).reverse().toString();
			String result = responses.get(number).getResult().getText();
			assertThat(result).endsWith((number % 100 == 0) ? "yx\n" + reversed : reversed + "n");
		}
	}

	@Test
	void anErrorEndsNeitherTheStreamNorTheRequestsAfterIt() {
		List<TransformStreamResponse> responses = this.client
			.stream(List.of(request("cumingsify", "A"), request("base64-decode", "!"), request("cummingsify", "B")));
		assertThat(responses).hasSize(3);
		assertThat(responses.get(0).getFailure().getCode()).isEqualTo(Status.Code.NOT_FOUND.value());
		assertThat(responses.get(0).getFailure().getReason()).isEqualTo("unknown-transform");
		assertThat(responses.get(0).getFailure().getNearNamesList()).containsExactly("cummingsify");
		assertThat(responses.get(1).getFailure().getMessage())
			.isEqualTo("step 1, base64-decode: not base64 at character 1");
		assertThat(responses.get(2).getResult().getText()).isEqualTo("b");
	}

	@Test
	void aRequestWithoutARecipeHasThatOfTheOneBefore() {
		TransformRequest same = TransformRequest.newBuilder().setText("XY").build();
		assertThat(this.client.stream(List.of(same, request("cummingsify", "A"), same, request("reverse", "ab"), same)))
			.extracting((response) -> response.hasFailure() ? response.getFailure().getReason()
					: response.getResult().getText())
			.containsExactly("malformed-recipe", "a", "xy", "ba", "YX");
	}

	@Test
	void aStreamWithoutRequestsEndsWithoutResponses() {
		assertThat(this.client.stream(List.of())).isEmpty();
	}

	@Test
	void aStreamThatBeginsDuringADrainEndsAsOthersDo() {
		OpenCalls calls = this.server.getBean(OpenCalls.class);
		calls.setDraining(true);
		try {
			BlockingClientCall<TransformRequest, TransformStreamResponse> stream = TransformsGrpc
				.newBlockingV2Stub(this.client.channel())
				.transformStream();
			assertThatExceptionOfType(StatusException.class).isThrownBy(stream::read)
				.withMessageStartingWith("UNAVAILABLE: the server is shutting down");
		}
		finally {
			calls.setDraining(false);
		}
	}

	@Test
	@Timeout(60)
	void aStreamThatIsNeverIdleEndsDuringADrainAfterAResponse() throws Exception {
		OpenCalls calls = this.server.getBean(OpenCalls.class);
		BlockingClientCall<TransformRequest, TransformStreamResponse> stream = TransformsGrpc
			.newBlockingV2Stub(this.client.channel())
			.transformStream();
		assertThat(exchange(stream)).isEqualTo("a");
		calls.setDraining(true);
		try {
			assertThatExceptionOfType(StatusException.class).isThrownBy(() -> {
				while (true) {
					assertThat(exchange(stream)).isEqualTo("a");
				}
			}).withMessageStartingWith("UNAVAILABLE: the server is shutting down");
		}
		finally {
			calls.setDraining(false);
		}
	}

	private static String exchange(BlockingClientCall<TransformRequest, TransformStreamResponse> stream)
			throws Exception {
		stream.write(request("cummingsify", "A"));
		return stream.read().getResult().getText();
	}

	@Test
	void aClientThatDoesNotReadHoldsUpOnlyItself() throws InterruptedException {
		Reader lazy = new Reader();
		ClientCall<TransformRequest, TransformStreamResponse> call = this.client.channel()
			.newCall(TransformsGrpc.getTransformStreamMethod(), CallOptions.DEFAULT);
		call.start(lazy, new Metadata());
		TransformRequest large = request("upper-case", "x".repeat(500_000));
		for (int i = 0; i < 20; i++) {
			call.sendMessage(large);
		}
		call.halfClose();
		// on another connection, and on another stream of the same one
		try (GrpcClient other = GrpcClient.connect(GrpcClient.port(this.server))) {
			for (int i = 0; i < 50; i++) {
				assertThat(other.calls().transform(request("cummingsify", "A")).getText()).isEqualTo("a");
			}
		}
		assertThat(lazy.received).isEmpty();
		call.request(100);
		assertThat(lazy.ended.await(60, TimeUnit.SECONDS)).isTrue();
		assertThat(lazy.received).hasSize(20)
			.allSatisfy((response) -> assertThat(response.getResult().getText()).isEqualTo("X".repeat(500_000)));
	}

	@Test
	void requestsAreServedWhileTheClientKeepsTheStreamOpen() {
		Reader reader = new Reader();
		ClientCall<TransformRequest, TransformStreamResponse> call = this.client.channel()
			.newCall(TransformsGrpc.getTransformStreamMethod(), CallOptions.DEFAULT);
		call.start(reader, new Metadata());
		call.request(10);
		for (int i = 1; i <= 3; i++) {
			call.sendMessage(request("cummingsify", "A".repeat(i)));
			int expected = i;
			Awaitility.await().until(() -> reader.received.size() == expected);
		}
		call.cancel("enough", null);
		assertThat(reader.received).extracting((response) -> response.getResult().getText())
			.containsExactly("a", "aa", "aaa");
	}

	private static TransformRequest request(String recipe, String text) {
		return TransformRequest.newBuilder().setRecipe(recipe).setText(text).build();
	}

	/**
	 * Keeps what a call receives.
	 */
	private static final class Reader extends ClientCall.Listener<TransformStreamResponse> {

		private final List<TransformStreamResponse> received = Collections.synchronizedList(new ArrayList<>());

		private final CountDownLatch ended = new CountDownLatch(1);

		@Override
		public void onMessage(TransformStreamResponse response) {
			this.received.add(response);
		}

		@Override
		public void onClose(Status status, Metadata trailers) {
			this.ended.countDown();
		}

	}

}
