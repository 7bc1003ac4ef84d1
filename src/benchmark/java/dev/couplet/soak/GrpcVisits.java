package dev.couplet.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;

/**
 * Clients of gRPC, good and bad, each with a connection of its own.
 */
final class GrpcVisits {

	private static final int REQUESTS = 50;

	private static final int OVERSIZED = 2 << 20;

	// a window that grows would take all responses of a stream that nobody reads
	private static final int WINDOW = 64 * 1024;

	private static final String TEXT = "HERE IS MY POEM";

	private static final String LONG_TEXT = TEXT.repeat(20_000);

	private static final String EXPENSIVE = "bzip2,bunzip2,bzip2,bunzip2";

	private static final String RESULT = "here is my poem";

	private final SoakServer server;

	private final Latencies latencies;

	GrpcVisits(SoakServer server, Latencies latencies) {
		this.server = server;
		this.latencies = latencies;
	}

	void unary() throws IOException {
		try (Connection connection = connect()) {
			for (int i = 0; i < REQUESTS; i++) {
				long start = System.nanoTime();
				String text = TransformsGrpc.newBlockingStub(connection.channel())
					.transform(request("cummingsify", TEXT))
					.getText();
				expect(text.equals(RESULT), "a wrong reply");
				this.latencies.add(System.nanoTime() - start);
			}
		}
	}

	void stream() throws IOException, InterruptedException {
		try (Connection connection = connect()) {
			Responses responses = new Responses();
			StreamObserver<TransformRequest> requests = TransformsGrpc.newStub(connection.channel())
				.transformStream(responses);
			Collections.nCopies(REQUESTS, request("cummingsify", TEXT)).forEach(requests::onNext);
			requests.onCompleted();
			expect(responses.await().equals(Collections.nCopies(REQUESTS, RESULT)), "wrong replies");
		}
	}

	void cancelled() throws IOException {
		try (Connection connection = connect()) {
			StreamObserver<TransformRequest> requests = TransformsGrpc.newStub(connection.channel())
				.transformStream(new Responses());
			requests.onNext(request(EXPENSIVE, LONG_TEXT));
			requests.onError(new IOException("the client has changed its mind"));
		}
	}

	void overdue() throws IOException {
		try (Connection connection = connect()) {
			Status status = status(connection, request(EXPENSIVE, LONG_TEXT), 1);
			expect(status.getCode() == Status.Code.DEADLINE_EXCEEDED, "an overdue call ends with " + status);
		}
	}

	void refused() throws IOException {
		try (Connection connection = connect()) {
			Status status = status(connection, request("nosuch", TEXT), SoakServer.TIMEOUT.toMillis());
			expect(status.getCode() == Status.Code.NOT_FOUND, "an unknown transform ends with " + status);
		}
	}

	void oversized() throws IOException {
		try (Connection connection = connect()) {
			Status status = status(connection, request("trim", "x".repeat(OVERSIZED)), SoakServer.TIMEOUT.toMillis());
			expect(status.getCode() == Status.Code.RESOURCE_EXHAUSTED, "an oversized request ends with " + status);
		}
	}

	/**
	 * Sends requests on a stream, and takes no response for longer than the server
	 * allows. The end of the call is behind the responses.
	 */
	void neverReads() throws IOException, InterruptedException {
		try (Connection connection = connect()) {
			CompletableFuture<Status> closed = new CompletableFuture<>();
			ClientCall<TransformRequest, TransformStreamResponse> call = connection.channel()
				.newCall(TransformsGrpc.getTransformStreamMethod(), CallOptions.DEFAULT);
			call.start(new ClientCall.Listener<>() {

				@Override
				public void onClose(Status status, Metadata trailers) {
					closed.complete(status);
				}

			}, new Metadata());
			TransformRequest request = request("trim", "x".repeat(64 * 1024));
			for (int i = 0; i < REQUESTS; i++) {
				call.sendMessage(request);
			}
			Thread.sleep(SoakServer.TIMEOUT.dividedBy(2));
			call.request(REQUESTS);
			expect(!await(closed).isOk(), "a client that does not read does not time out");
		}
	}

	private static Status status(Connection connection, TransformRequest request, long millis) {
		try {
			TransformsGrpc.newBlockingStub(connection.channel())
				.withDeadlineAfter(millis, TimeUnit.MILLISECONDS)
				.transform(request);
			return Status.OK;
		}
		catch (StatusRuntimeException ex) {
			return ex.getStatus();
		}
	}

	private Connection connect() throws IOException {
		return new Connection(NettyChannelBuilder.forAddress("localhost", this.server.port("grpc"))
			.usePlaintext()
			.flowControlWindow(WINDOW)
			.build());
	}

	private static TransformRequest request(String recipe, String text) {
		return TransformRequest.newBuilder().setRecipe(recipe).setText(text).build();
	}

	private static <T> T await(CompletableFuture<T> future) throws IOException, InterruptedException {
		try {
			return future.get(SoakServer.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException(ex);
		}
	}

	private static void expect(boolean condition, String otherwise) throws IOException {
		if (!condition) {
			throw new IOException(otherwise);
		}
	}

	private record Connection(ManagedChannel channel) implements AutoCloseable {

		@Override
		public void close() {
			this.channel.shutdownNow();
		}

	}

	private static final class Responses implements StreamObserver<TransformStreamResponse> {

		private final List<String> texts = new ArrayList<>();

		private final CompletableFuture<List<String>> ended = new CompletableFuture<>();

		List<String> await() throws IOException, InterruptedException {
			return GrpcVisits.await(this.ended);
		}

		@Override
		public void onNext(TransformStreamResponse response) {
			this.texts.add(response.getResult().getText());
		}

		@Override
		public void onError(Throwable failure) {
			this.ended.completeExceptionally(failure);
		}

		@Override
		public void onCompleted() {
			this.ended.complete(this.texts);
		}

	}

}
