package dev.couplet.protocol.grpc;

import java.util.Objects;
import java.util.function.Supplier;

import com.google.protobuf.MessageLite;
import dev.couplet.endpoint.CallerTrace;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import dev.couplet.tcp.ListenerFront;
import dev.couplet.transform.Catalogue;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/**
 * The service {@code couplet.v1.Transforms}. Its methods take undecoded messages, and run
 * on the event loop of the connection while that is cheap, so it does not extend the
 * generated base class.
 */
final class TransformsService implements BindableService {

	private static final TextMapGetter<Metadata> HEADERS = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(Metadata headers) {
			return headers.keys();
		}

		@Override
		public @Nullable String get(@Nullable Metadata headers, String name) {
			return (headers != null) ? headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)) : null;
		}

	};

	private final TransformPort transforms;

	private final Catalogue catalogue;

	private final ListenerFront front;

	private final CallerTrace traces;

	TransformsService(TransformPort transforms, Catalogue catalogue, ListenerFront front, CallerTrace traces) {
		this.transforms = transforms;
		this.catalogue = catalogue;
		this.front = front;
		this.traces = traces;
	}

	/**
	 * Returns the full name of the service.
	 * @return the name in paths and in health checks
	 */
	static String name() {
		return TransformsGrpc.SERVICE_NAME;
	}

	@Override
	public ServerServiceDefinition bindService() {
		MethodDescriptor<byte[], MessageLite> transform = undecoded(TransformsGrpc.getTransformMethod());
		MethodDescriptor<byte[], MessageLite> stream = undecoded(TransformsGrpc.getTransformStreamMethod());
		MethodDescriptor<byte[], MessageLite> list = undecoded(TransformsGrpc.getListTransformsMethod());
		MethodDescriptor<byte[], MessageLite> guess = undecoded(TransformsGrpc.getGuessMethod());
		ServiceDescriptor described = ServiceDescriptor.newBuilder(name())
			// for reflection
			.setSchemaDescriptor(TransformsGrpc.getServiceDescriptor().getSchemaDescriptor())
			.addMethod(transform)
			.addMethod(stream)
			.addMethod(list)
			.addMethod(guess)
			.build();
		ListMethod listing = new ListMethod(this.transforms, this.catalogue);
		GuessMethod guessing = new GuessMethod(this.transforms);
		return ServerServiceDefinition.builder(described)
			.addMethod(transform, unary(() -> new TransformMethod(this.transforms, this.catalogue)))
			.addMethod(stream, this::openStream)
			.addMethod(list, unary(() -> listing))
			.addMethod(guess, unary(() -> guessing))
			.build();
	}

	@SuppressWarnings("unchecked") // a marshaller of a subtype only ever gets responses
									// of that type
	private static MethodDescriptor<byte[], MessageLite> undecoded(MethodDescriptor<?, ? extends MessageLite> method) {
		return method
			.toBuilder(MessageBytes.MARSHALLER,
					(MethodDescriptor.Marshaller<MessageLite>) method.getResponseMarshaller())
			.build();
	}

	private ServerCallHandler<byte[], MessageLite> unary(Supplier<GrpcMethod<?>> method) {
		return (call, headers) -> new UnaryCall<>(call, tracer(), method.get(), this.transforms, trace(headers))
			.opened();
	}

	private ServerCall.Listener<byte[]> openStream(ServerCall<byte[], MessageLite> call, Metadata headers) {
		return new StreamCall(call, tracer(), new TransformMethod(this.transforms, this.catalogue), this.transforms,
				trace(headers), this.front.loops().next())
			.opened();
	}

	private static CallTracer tracer() {
		return Objects.requireNonNull(CallTracer.KEY.get());
	}

	private Context trace(Metadata headers) {
		return this.traces.of(headers, HEADERS);
	}

}
