package dev.couplet.protocol.grpc;

import java.util.ArrayList;
import java.util.List;

import com.google.rpc.Code;
import dev.couplet.endpoint.BearerTokens;
import dev.couplet.endpoint.FailureReason;
import dev.couplet.tcp.ListenerFront;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.health.v1.HealthGrpc;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls without a valid token, before their messages are read. The health needs
 * none, because the probes of load balancers and containers have none.
 */
final class TokenInterceptor implements ServerInterceptor {

	private static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of("authorization",
			Metadata.ASCII_STRING_MARSHALLER);

	private final BearerTokens tokens;

	private final ListenerFront front;

	/**
	 * Creates an interceptor.
	 * @param tokens the valid tokens
	 * @param front counts the calls that are refused
	 */
	TokenInterceptor(BearerTokens tokens, ListenerFront front) {
		this.tokens = tokens;
		this.front = front;
	}

	@Override
	public <Q, R> ServerCall.Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers,
			ServerCallHandler<Q, R> next) {
		if (isHealth(call) || this.tokens.authenticate(values(headers.getAll(AUTHORIZATION)))) {
			return next.startCall(call, headers);
		}
		this.front.count(FailureReason.UNAUTHENTICATED);
		GrpcErrors.close(call, GrpcErrors.status(Code.UNAUTHENTICATED, FailureReason.UNAUTHENTICATED,
				"the server requires metadata 'authorization: Bearer TOKEN' with a token that it knows"));
		return new ServerCall.Listener<>() {
		};
	}

	private static boolean isHealth(ServerCall<?, ?> call) {
		return HealthGrpc.SERVICE_NAME.equals(call.getMethodDescriptor().getServiceName());
	}

	private static List<String> values(@Nullable Iterable<String> headers) {
		List<String> values = new ArrayList<>();
		if (headers != null) {
			headers.forEach(values::add);
		}
		return values;
	}

}
