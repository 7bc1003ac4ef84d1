package dev.couplet.fault;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import org.jspecify.annotations.Nullable;

/**
 * Clients of gRPC, each with a channel of its own.
 */
abstract class GrpcLoadClient implements LoadClient {

	private static final int PATIENCE_SECONDS = 60;

	private final ManagedChannel channel;

	private GrpcLoadClient(String address, Map<String, ?> serviceConfig) {
		this.channel = Grpc.newChannelBuilder(address + ":9090", InsecureChannelCredentials.create())
			.defaultServiceConfig(serviceConfig)
			.build();
	}

	static LoadClient unary(String address, Map<String, ?> serviceConfig) {
		return new Unary(address, serviceConfig);
	}

	static LoadClient streaming(String address, Map<String, ?> serviceConfig) {
		return new Streaming(address, serviceConfig);
	}

	@Override
	public void exchange(int number) throws Exception {
		TransformRequest request = TransformRequest.newBuilder()
			.setRecipe(LoadProtocol.RECIPE)
			.setText(LoadProtocol.value(number))
			.build();
		LoadProtocol.check(exchange(TransformsGrpc.newBlockingV2Stub(this.channel), request),
				LoadProtocol.result(number));
	}

	abstract String exchange(TransformsGrpc.TransformsBlockingV2Stub stub, TransformRequest request) throws Exception;

	@Override
	public void disconnect() {
		// the channel connects again by itself
	}

	@Override
	public void close() {
		disconnect();
		this.channel.shutdownNow();
	}

	private static final class Unary extends GrpcLoadClient {

		Unary(String address, Map<String, ?> serviceConfig) {
			super(address, serviceConfig);
		}

		@Override
		String exchange(TransformsGrpc.TransformsBlockingV2Stub stub, TransformRequest request) throws StatusException {
			return stub.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS).transform(request).getText();
		}

	}

	/**
	 * Opens one stream after the other. A stream is long enough for replicas to stop
	 * within it.
	 */
	private static final class Streaming extends GrpcLoadClient {

		private static final int REQUESTS_OF_A_STREAM = 1000;

		private @Nullable BlockingClientCall<TransformRequest, TransformStreamResponse> stream;

		private int replies;

		Streaming(String address, Map<String, ?> serviceConfig) {
			super(address, serviceConfig);
		}

		@Override
		String exchange(TransformsGrpc.TransformsBlockingV2Stub stub, TransformRequest request) throws Exception {
			BlockingClientCall<TransformRequest, TransformStreamResponse> current = (this.stream != null) ? this.stream
					: stub.transformStream();
			this.stream = current;
			try {
				current.write(request);
				TransformStreamResponse response = current.read(PATIENCE_SECONDS, TimeUnit.SECONDS);
				if (response == null) {
					throw new IOException("the stream has ended without a reply");
				}
				this.replies++;
				if (this.replies == REQUESTS_OF_A_STREAM) {
					disconnect();
				}
				return response.getResult().getText();
			}
			catch (StatusException ex) {
				throw (this.replies > 0 && ex.getStatus().getCode() == Status.Code.UNAVAILABLE)
						? new NoReplyException(ex) : ex;
			}
		}

		@Override
		public void disconnect() {
			BlockingClientCall<TransformRequest, TransformStreamResponse> current = this.stream;
			this.stream = null;
			this.replies = 0;
			if (current != null) {
				current.halfClose();
			}
		}

	}

}
