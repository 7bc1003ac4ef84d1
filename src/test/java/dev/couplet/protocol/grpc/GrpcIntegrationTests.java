package dev.couplet.protocol.grpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.couplet.CoupletTest;
import dev.couplet.GrpcClient;
import dev.couplet.Metrics;
import dev.couplet.protocol.grpc.v1.GuessRequest;
import dev.couplet.protocol.grpc.v1.Kind;
import dev.couplet.protocol.grpc.v1.ListTransformsRequest;
import dev.couplet.protocol.grpc.v1.Parameter;
import dev.couplet.protocol.grpc.v1.RankedGuess;
import dev.couplet.protocol.grpc.v1.Step;
import dev.couplet.protocol.grpc.v1.Steps;
import dev.couplet.protocol.grpc.v1.TransformDescription;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformService;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@CoupletTest
class GrpcIntegrationTests {

	@Autowired
	private ApplicationContext server;

	@Autowired
	private TransformService service;

	@LocalServerPort
	private int httpPort;

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
	void aTextGivesATextAndBytesGiveBytesWhateverTheyContain() {
		assertThat(transform(request("cummingsify").setText("HERE IS MY POEM")).getText()).isEqualTo("here is my poem");
		assertThat(transform(request("base64-encode").setData(ByteString.copyFrom(new byte[] { 0, (byte) 0xFF })))
			.getText()).isEqualTo("AP8=");
		TransformResponse decoded = transform(request("base64-decode").setText("cG9lbQ=="));
		assertThat(decoded.hasText()).isFalse();
		assertThat(decoded.getData().toStringUtf8()).isEqualTo("poem");
	}

	@Test
	void aRequestWithoutAValueHasTheEmptyText() {
		TransformResponse response = transform(request("cummingsify"));
		assertThat(response.hasText()).isTrue();
		assertThat(response.getText()).isEmpty();
	}

	@Test
	void aRecipeCanBeStepsWithNamedArguments() {
		Steps steps = steps(step("replace", Map.of("from", "a,b", "to", "x:y")),
				Step.newBuilder().setName("each-line").setBrackets(steps(step("reverse", Map.of()))).build());
		assertThat(transform(TransformRequest.newBuilder().setSteps(steps).setText("a,b\n12")).getText())
			.isEqualTo("y:x\n21");
	}

	@Test
	void stepsHaveTheLimitsOfRecipes() {
		Steps none = Steps.getDefaultInstance();
		Steps many = Steps.newBuilder().addAllSteps(Collections.nCopies(17, step("trim", Map.of()))).build();
		Steps deep = steps(step("trim", Map.of()));
		for (int level = 0; level < 4; level++) {
			deep = steps(Step.newBuilder().setName("try").setBrackets(deep).build());
		}
		for (Steps steps : List.of(none, many, deep)) {
			StatusRuntimeException failure = failure(TransformRequest.newBuilder().setSteps(steps).setText("x"));
			assertThat(failure.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.INVALID_ARGUMENT);
			assertThat(info(failure).getReason()).isEqualTo("malformed-recipe");
		}
	}

	@Test
	void aRequestWithoutARecipeIsRefused() {
		StatusRuntimeException failure = failure(TransformRequest.newBuilder().setText("x"));
		assertThat(failure.getStatus().getDescription()).isEqualTo("the request has no recipe");
		assertThat(info(failure).getReason()).isEqualTo("malformed-recipe");
	}

	@Test
	void anErrorHasTheReasonWordAndTheDomain() {
		StatusRuntimeException failure = failure(request("base64-decode").setText("!"));
		assertThat(failure.getStatus().getDescription()).isEqualTo("step 1, base64-decode: not base64 at character 1");
		assertThat(info(failure).getReason()).isEqualTo("value-refused");
		assertThat(info(failure).getDomain()).isEqualTo("couplet");
	}

	@Test
	void anUnknownTransformHasNearNames() {
		assertThat(info(failure(request("cumingsify"))).getMetadataMap()).containsEntry("nearNames", "cummingsify");
		assertThat(info(failure(request("xyzzy-plugh"))).getMetadataMap()).isEmpty();
	}

	@Test
	void aBadArgumentIsABadRequest() {
		BadRequest details = detail(failure(request("wrap=0")), BadRequest.class);
		assertThat(details.getFieldViolationsList()).singleElement().satisfies((violation) -> {
			assertThat(violation.getField()).isEqualTo("recipe");
			assertThat(violation.getDescription()).contains("'width' must be a whole number from 1 to 1000");
		});
	}

	@Test
	void anUnavailableServerSaysWhenToRetry() {
		this.service.stop();
		try {
			StatusRuntimeException failure = failure(request("trim"));
			assertThat(failure.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.UNAVAILABLE);
			assertThat(detail(failure, RetryInfo.class).getRetryDelay().getSeconds()).isPositive();
		}
		finally {
			this.service.start();
		}
	}

	@Test
	void listsTheCatalogue() {
		List<TransformDescription> all = this.client.calls()
			.listTransforms(ListTransformsRequest.getDefaultInstance())
			.getTransformsList();
		assertThat(all).extracting(TransformDescription::getName)
			.containsExactlyElementsOf(this.service.catalogue().transforms().stream().map(Transform::name).toList());
		assertThat(all).filteredOn((transform) -> transform.getName().equals("wrap"))
			.singleElement()
			.satisfies((wrap) -> {
				assertThat(wrap.getTakes()).isEqualTo(Kind.KIND_TEXT);
				assertThat(wrap.getParametersList()).containsExactly(Parameter.newBuilder()
					.setName("width")
					.setType("integer")
					.setDefaultValue("72")
					.setMin(1)
					.setMax(1000)
					.build());
				assertThat(wrap.getExample().getResult()).isEqualTo("the moon is\nlate tonight\nand so am I");
			});
		assertThat(all).filteredOn((transform) -> transform.getName().equals("gzip"))
			.singleElement()
			.satisfies((gzip) -> assertThat(gzip.getGives()).isEqualTo(Kind.KIND_BYTES));
	}

	@Test
	void findsTransformsByWords() {
		Catalogue catalogue = this.service.catalogue();
		assertThat(this.client.calls()
			.listTransforms(ListTransformsRequest.newBuilder().setQuery("word wrap").build())
			.getTransformsList()).extracting(TransformDescription::getName)
			.containsExactlyElementsOf(catalogue.search("word wrap").stream().map(Transform::name).toList())
			.first()
			.isEqualTo("wrap");
		String tooLong = "x".repeat(1001);
		assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(
				() -> this.client.calls().listTransforms(ListTransformsRequest.newBuilder().setQuery(tooLong).build()))
			.withMessage("INVALID_ARGUMENT: the query has at most 1000 characters");
	}

	@Test
	void guessesHowAValueIsEncoded() {
		assertThat(this.client.calls()
			.guess(GuessRequest.newBuilder().setText("SGVsbG8gd29ybGQ=").build())
			.getGuessesList()).first()
			.extracting(RankedGuess::getRecipe, RankedGuess::getPreview)
			.containsExactly("base64-decode", "Hello world");
		assertThat(this.client.calls().guess(GuessRequest.newBuilder().setText("plain words").build()).getGuessesList())
			.isEmpty();
		Metrics metrics = new Metrics(this.httpPort);
		assertThat(metrics.transforms("grpc", "GUESS", "success")).isGreaterThanOrEqualTo(2);
	}

	@Test
	void aMessageThatIsNoneIsRefusedAndCounted() {
		Metrics metrics = new Metrics(this.httpPort);
		double failed = metrics.failed("grpc", "malformed-text");
		for (byte[] message : List.of(new byte[] { (byte) 0xFF }, new byte[] { 0x1A, 1, (byte) 0xFF },
				new byte[] { 0x0A, 100, 'x' })) {
			assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(() -> send(message))
				.withMessageStartingWith("INVALID_ARGUMENT: the message is not one of the method's type");
		}
		assertThat(metrics.failed("grpc", "malformed-text")).isEqualTo(failed + 3);
		assertThatTheNextCallIsServed();
	}

	@Test
	void aCallWithoutARequestIsRefusedAndSoIsOneWithTwo() {
		Metrics metrics = new Metrics(this.httpPort);
		double failed = metrics.failed("grpc", "malformed-request");
		for (int requests : new int[] { 0, 2 }) {
			Outcome outcome = new Outcome();
			ClientCall<byte[], MessageLite> call = this.client.channel().newCall(undecoded(), CallOptions.DEFAULT);
			call.start(outcome, new Metadata());
			call.request(1);
			for (int i = 0; i < requests; i++) {
				call.sendMessage(request("trim").setText("x").build().toByteArray());
			}
			call.halfClose();
			assertThat(outcome.status.orTimeout(20, TimeUnit.SECONDS).join().getCode())
				.isEqualTo(io.grpc.Status.Code.INVALID_ARGUMENT);
		}
		assertThat(metrics.failed("grpc", "malformed-request")).isEqualTo(failed + 2);
		assertThatTheNextCallIsServed();
	}

	@Test
	void aCompressedMessageIsRefusedWithWhatIsSupported() {
		assertThatExceptionOfType(StatusRuntimeException.class)
			.isThrownBy(
					() -> this.client.calls().withCompression("gzip").transform(request("trim").setText("x").build()))
			.satisfies((failure) -> assertThat(failure.getStatus().getCode())
				.isEqualTo(io.grpc.Status.Code.UNIMPLEMENTED));
		assertThatTheNextCallIsServed();
	}

	@Test
	void anUnknownMethodIsUnimplemented() {
		MethodDescriptor<byte[], byte[]> unknown = MethodDescriptor
			.newBuilder(MessageBytes.MARSHALLER, MessageBytes.MARSHALLER)
			.setFullMethodName("couplet.v1.Transforms/NoSuch")
			.setType(MethodDescriptor.MethodType.UNARY)
			.build();
		assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(
				() -> ClientCalls.blockingUnaryCall(this.client.channel(), unknown, CallOptions.DEFAULT, new byte[0]))
			.satisfies((failure) -> assertThat(failure.getStatus().getCode())
				.isEqualTo(io.grpc.Status.Code.UNIMPLEMENTED));
	}

	@Test
	void healthIsThatOfTheServerAndOfEachService() {
		HealthGrpc.HealthBlockingStub health = HealthGrpc.newBlockingStub(this.client.channel());
		for (String service : List.of("", "couplet.v1.Transforms")) {
			Awaitility.await()
				.until(() -> health.check(HealthCheckRequest.newBuilder().setService(service).build())
					.getStatus() == HealthCheckResponse.ServingStatus.SERVING);
		}
		assertThatExceptionOfType(StatusRuntimeException.class)
			.isThrownBy(() -> health.check(HealthCheckRequest.newBuilder().setService("nosuch").build()))
			.withMessageStartingWith("NOT_FOUND");
	}

	@Test
	void reflectionDescribesTheService() {
		List<ServerReflectionResponse> responses = new ArrayList<>();
		StreamObserver<ServerReflectionRequest> reflection = ServerReflectionGrpc.newStub(this.client.channel())
			.serverReflectionInfo(new StreamObserver<>() {

				@Override
				public void onNext(ServerReflectionResponse response) {
					responses.add(response);
				}

				@Override
				public void onError(Throwable failure) {
				}

				@Override
				public void onCompleted() {
				}

			});
		reflection.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
		reflection
			.onNext(ServerReflectionRequest.newBuilder().setFileContainingSymbol("couplet.v1.Transforms").build());
		reflection.onCompleted();
		Awaitility.await().until(() -> responses.size() == 2);
		assertThat(responses.getFirst().getListServicesResponse().getServiceList()).extracting(ServiceResponse::getName)
			.contains("couplet.v1.Transforms", "grpc.health.v1.Health");
		assertThat(responses.getLast().getFileDescriptorResponse().getFileDescriptorProtoList()).first()
			.asInstanceOf(InstanceOfAssertFactories.type(ByteString.class))
			.satisfies((file) -> assertThat(file.toStringUtf8()).contains("TransformStream"));
	}

	private void assertThatTheNextCallIsServed() {
		assertThat(transform(request("cummingsify").setText("A")).getText()).isEqualTo("a");
	}

	private void send(byte[] message) {
		ClientCalls.blockingUnaryCall(this.client.channel(), undecoded(), CallOptions.DEFAULT, message);
	}

	@SuppressWarnings("unchecked")
	private static MethodDescriptor<byte[], MessageLite> undecoded() {
		MethodDescriptor<TransformRequest, TransformResponse> method = TransformsGrpc.getTransformMethod();
		return method
			.toBuilder(MessageBytes.MARSHALLER,
					(MethodDescriptor.Marshaller<MessageLite>) (MethodDescriptor.Marshaller<?>) method
						.getResponseMarshaller())
			.build();
	}

	private TransformResponse transform(TransformRequest.Builder request) {
		return this.client.calls().transform(request.build());
	}

	private StatusRuntimeException failure(TransformRequest.Builder request) {
		return catchThrowableOfType(StatusRuntimeException.class, () -> transform(request));
	}

	private static ErrorInfo info(StatusRuntimeException failure) {
		return detail(failure, ErrorInfo.class);
	}

	private static <T extends Message> T detail(StatusRuntimeException failure, Class<T> type) {
		Status status = Objects.requireNonNull(StatusProto.fromThrowable(failure));
		for (Any detail : status.getDetailsList()) {
			if (detail.is(type)) {
				try {
					return detail.unpack(type);
				}
				catch (InvalidProtocolBufferException ex) {
					throw new AssertionError(ex);
				}
			}
		}
		throw new AssertionError("no " + type.getSimpleName() + " in " + status);
	}

	private static TransformRequest.Builder request(String recipe) {
		return TransformRequest.newBuilder().setRecipe(recipe);
	}

	private static Steps steps(Step... steps) {
		return Steps.newBuilder().addAllSteps(List.of(steps)).build();
	}

	private static Step step(String name, Map<String, String> arguments) {
		return Step.newBuilder().setName(name).putAllArguments(arguments).build();
	}

	/**
	 * Keeps the status of a call.
	 */
	private static final class Outcome extends ClientCall.Listener<MessageLite> {

		private final CompletableFuture<io.grpc.Status> status = new CompletableFuture<>();

		@Override
		public void onClose(io.grpc.Status closed, Metadata trailers) {
			this.status.complete(closed);
		}

	}

}
