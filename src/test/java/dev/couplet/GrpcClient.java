package dev.couplet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import dev.couplet.endpoint.ListeningEndpoint;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;

/**
 * A client of the gRPC service, with one connection.
 */
public final class GrpcClient implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 60;

	private final ManagedChannel channel;

	private GrpcClient(ManagedChannel channel) {
		this.channel = channel;
	}

	/**
	 * Connects to a server in this JVM.
	 */
	public static GrpcClient connect(ApplicationContext server, ChannelCredentials credentials) {
		return connect(port(server), credentials);
	}

	/**
	 * Connects to a port, without TLS.
	 */
	public static GrpcClient connect(int port) {
		return connect(port, InsecureChannelCredentials.create());
	}

	private static GrpcClient connect(int port, ChannelCredentials credentials) {
		return new GrpcClient(Grpc.newChannelBuilder("localhost:" + port, credentials).build());
	}

	/**
	 * Returns the port of gRPC of a server in this JVM.
	 */
	public static int port(ApplicationContext server) {
		return server.getBeansOfType(ListeningEndpoint.class)
			.values()
			.stream()
			.filter((endpoint) -> endpoint.name().equals("grpc"))
			.map((endpoint) -> (InetSocketAddress) Objects.requireNonNull(endpoint.address()))
			.findFirst()
			.orElseThrow()
			.getPort();
	}

	/**
	 * Returns credentials that trust the test authority.
	 * @param identity the name of the client certificate, or null for none
	 */
	public static ChannelCredentials tls(@Nullable String identity) {
		try {
			TlsChannelCredentials.Builder credentials = TlsChannelCredentials.newBuilder()
				.trustManager(TestCertificates.certificate("ca").toFile());
			if (identity != null) {
				credentials.keyManager(TestCertificates.certificate(identity).toFile(),
						TestCertificates.key(identity).toFile());
			}
			return credentials.build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public ManagedChannel channel() {
		return this.channel;
	}

	/**
	 * Returns calls that block.
	 */
	public TransformsGrpc.TransformsBlockingStub calls() {
		return TransformsGrpc.newBlockingStub(this.channel);
	}

	/**
	 * Sends requests over a stream, and returns the responses when it has ended.
	 * @throws StatusRuntimeException if it has ended with an error
	 */
	public List<TransformStreamResponse> stream(List<TransformRequest> requests) {
		List<TransformStreamResponse> responses = new ArrayList<>();
		CompletableFuture<List<TransformStreamResponse>> ended = new CompletableFuture<>();
		StreamObserver<TransformRequest> stream = TransformsGrpc.newStub(this.channel)
			.transformStream(new StreamObserver<>() {

				@Override
				public void onNext(TransformStreamResponse response) {
					responses.add(response);
				}

				@Override
				public void onError(Throwable failure) {
					ended.completeExceptionally(failure);
				}

				@Override
				public void onCompleted() {
					ended.complete(responses);
				}

			});
		requests.forEach(stream::onNext);
		stream.onCompleted();
		try {
			return ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof StatusRuntimeException failure) ? failure : ex;
		}
	}

	@Override
	public void close() {
		this.channel.shutdownNow();
	}

}
