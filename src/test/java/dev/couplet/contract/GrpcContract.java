package dev.couplet.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import dev.couplet.GrpcClient;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;
import io.grpc.ChannelCredentials;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The contract over gRPC.
 */
abstract class GrpcContract extends ProtocolContract {

	private static final Map<Class<? extends TransformException>, Status.Code> CODES = Map.of(
			UnknownTransformException.class, Status.Code.NOT_FOUND, MalformedRecipeException.class,
			Status.Code.INVALID_ARGUMENT, BadArgumentException.class, Status.Code.INVALID_ARGUMENT,
			ValueRefusedException.class, Status.Code.INVALID_ARGUMENT, MalformedTextException.class,
			Status.Code.INVALID_ARGUMENT, ValueTooLargeException.class, Status.Code.RESOURCE_EXHAUSTED,
			TransformFailedException.class, Status.Code.INTERNAL, RemoteFailedException.class, Status.Code.UNAVAILABLE,
			RemoteTimeoutException.class, Status.Code.DEADLINE_EXCEEDED, UnavailableException.class,
			Status.Code.UNAVAILABLE);

	@Autowired
	private ApplicationContext server;

	private GrpcClient client;

	abstract ChannelCredentials credentials();

	@BeforeEach
	void open() {
		this.client = GrpcClient.connect(this.server, credentials());
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	final GrpcClient client() {
		return this.client;
	}

	@Override
	final String protocol() {
		return "grpc";
	}

	@Override
	final Answer call(String recipe, byte[] value) {
		try {
			return call(TransformRequest.newBuilder().setRecipe(recipe).setData(ByteString.copyFrom(value)).build());
		}
		catch (StatusRuntimeException ex) {
			return Answer.error(ex.getStatus().getCode().name());
		}
	}

	abstract Answer call(TransformRequest request);

	static Answer answer(TransformResponse response) {
		return switch (response.getResultCase()) {
			case TEXT -> Answer.ok(response.getText().getBytes(StandardCharsets.UTF_8));
			case DATA -> Answer.ok(response.getData().toByteArray());
			case RESULT_NOT_SET -> throw new AssertionError("no result");
		};
	}

	@Override
	final String codeFor(Class<? extends TransformException> error) {
		return CODES.get(error).name();
	}

	/**
	 * A call for each request.
	 */
	abstract static class Unary extends GrpcContract {

		@Override
		final Answer call(TransformRequest request) {
			return answer(client().calls().transform(request));
		}

	}

	/**
	 * A stream for each request.
	 */
	abstract static class Stream extends GrpcContract {

		@Override
		final Answer call(TransformRequest request) {
			TransformStreamResponse response = client().stream(List.of(request)).getFirst();
			return response.hasResult() ? answer(response.getResult())
					: Answer.error(Status.fromCodeValue(response.getFailure().getCode()).getCode().name());
		}

	}

}
