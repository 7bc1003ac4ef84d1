package dev.couplet.benchmark.grpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;

import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;

/**
 * Serves calls and streams with grpc-java as it comes, on its event loops, which is the
 * fastest way to run short calls: no catalogue, no limits, no metrics.
 */
public final class BareGrpcServer {

	private BareGrpcServer() {
	}

	/**
	 * Serves until the process is killed.
	 * @param arguments the port
	 * @throws IOException if the port is in use
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		NettyServerBuilder
			.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])))
			.directExecutor()
			.addService(new LowerCase())
			.build()
			.start()
			.awaitTermination();
	}

	private static TransformResponse transform(TransformRequest request) {
		return TransformResponse.newBuilder().setText(request.getText().toLowerCase(Locale.ROOT)).build();
	}

	private static final class LowerCase extends TransformsGrpc.TransformsImplBase {

		@Override
		public void transform(TransformRequest request, StreamObserver<TransformResponse> response) {
			response.onNext(BareGrpcServer.transform(request));
			response.onCompleted();
		}

		@Override
		public StreamObserver<TransformRequest> transformStream(StreamObserver<TransformStreamResponse> responses) {
			return new StreamObserver<>() {

				@Override
				public void onNext(TransformRequest request) {
					responses.onNext(
							TransformStreamResponse.newBuilder().setResult(BareGrpcServer.transform(request)).build());
				}

				@Override
				public void onError(Throwable failure) {
					// the client has left
				}

				@Override
				public void onCompleted() {
					responses.onCompleted();
				}

			};
		}

	}

}
