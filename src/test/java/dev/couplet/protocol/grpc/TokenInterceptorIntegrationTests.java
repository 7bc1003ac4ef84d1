package dev.couplet.protocol.grpc;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import com.google.rpc.ErrorInfo;
import dev.couplet.CoupletTest;
import dev.couplet.GrpcClient;
import dev.couplet.endpoint.TestTokens;
import dev.couplet.protocol.grpc.v1.GuessRequest;
import dev.couplet.protocol.grpc.v1.ListTransformsRequest;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.InsecureChannelCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TokenInterceptor} with clients of grpc-java.
 */
@CoupletTest
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class TokenInterceptorIntegrationTests {

	private static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of("authorization",
			Metadata.ASCII_STRING_MARSHALLER);

	private static final String VALID = "Bearer " + TestTokens.TOKEN;

	private static final TransformRequest REQUEST = TransformRequest.newBuilder()
		.setRecipe("trim")
		.setText(" poem ")
		.build();

	private static final ServerReflectionRequest LIST_SERVICES = ServerReflectionRequest.newBuilder()
		.setListServices("")
		.build();

	@TempDir
	private static Path directory;

	@Autowired
	private ApplicationContext server;

	@Autowired
	private MeterRegistry meters;

	private GrpcClient client;

	@DynamicPropertySource
	static void tokens(DynamicPropertyRegistry registry) {
		TestTokens.create(directory, registry);
	}

	@BeforeEach
	void connect() {
		this.client = GrpcClient.connect(this.server, InsecureChannelCredentials.create());
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	@Test
	void everyMethodNeedsAToken() {
		TransformsGrpc.TransformsBlockingStub stub = this.client.calls();
		assertRefused(() -> stub.transform(REQUEST));
		assertRefused(() -> stub.listTransforms(ListTransformsRequest.getDefaultInstance()));
		assertRefused(() -> stub.guess(GuessRequest.getDefaultInstance()));
		assertRefused(() -> stream(this.client.channel(), TransformsGrpc.getTransformStreamMethod(), REQUEST));
		assertRefused(() -> stream(this.client.channel(), ServerReflectionGrpc.getServerReflectionInfoMethod(),
				LIST_SERVICES));
	}

	@ParameterizedTest
	@ValueSource(strings = { VALID, "bearer " + TestTokens.TOKEN })
	void aCallWithATokenIsServed(String header) {
		assertThat(transform(header).getText()).isEqualTo("poem");
		assertThat(stream(with(header), TransformsGrpc.getTransformStreamMethod(), REQUEST).getResult().getText())
			.isEqualTo("poem");
		assertThat(stream(with(header), ServerReflectionGrpc.getServerReflectionInfoMethod(), LIST_SERVICES)
			.getListServicesResponse()
			.getServiceList()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer wrong", "Bearer", TestTokens.TOKEN, "Basic " + TestTokens.TOKEN, VALID + "x",
			VALID + "," + VALID })
	void anythingElseIsRefused(String header, CapturedOutput output) {
		int before = output.length();
		assertRefused(() -> transform(header));
		assertThat(output.subSequence(before, output.length())).isEmpty();
	}

	@Test
	void twoHeadersAndALongOneAreRefused() {
		assertRefused(() -> transform(VALID, VALID));
		assertRefused(() -> transform("Bearer " + "x".repeat(4000)));
	}

	/**
	 * A message that is read would be refused as too large.
	 */
	@Test
	void aMessageIsNotReadWithoutAToken() {
		TransformRequest large = REQUEST.toBuilder().setText("x".repeat(10_000_000)).build();
		assertRefused(() -> this.client.calls().transform(large));
	}

	@Test
	void theHealthNeedsNoToken() {
		HealthCheckRequest server = HealthCheckRequest.getDefaultInstance();
		Awaitility.await()
			.until(() -> HealthGrpc.newBlockingStub(this.client.channel())
				.check(server)
				.getStatus() == ServingStatus.SERVING);
	}

	@Test
	void callsAreCountedByClientAndThoseThatAreRefused() {
		double authenticated = count("couplet.requests.authenticated", "client", "laptop");
		double refused = failed("unauthenticated");
		double vanished = failed("vanished");
		transform(VALID);
		assertRefused(() -> transform("Bearer wrong"));
		assertThat(count("couplet.requests.authenticated", "client", "laptop")).isEqualTo(authenticated + 1);
		assertThat(failed("unauthenticated")).isEqualTo(refused + 1);
		assertThat(failed("vanished")).isEqualTo(vanished);
	}

	private double failed(String reason) {
		return count("couplet.requests.failed", "listener", "grpc", "reason", reason);
	}

	private double count(String name, String... tags) {
		return this.meters.get(name).tags(tags).counters().stream().mapToDouble(Counter::count).sum();
	}

	private TransformResponse transform(String... headers) {
		return TransformsGrpc.newBlockingStub(with(headers)).transform(REQUEST);
	}

	// sends one request
	private static <Q, R> R stream(Channel channel, MethodDescriptor<Q, R> method, Q request) {
		return ClientCalls.blockingServerStreamingCall(channel, method, CallOptions.DEFAULT, request).next();
	}

	private Channel with(String... headers) {
		Metadata metadata = new Metadata();
		List.of(headers).forEach((header) -> metadata.put(AUTHORIZATION, header));
		return ClientInterceptors.intercept(this.client.channel(), MetadataUtils.newAttachHeadersInterceptor(metadata));
	}

	private static void assertRefused(Executable call) {
		assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call::execute).satisfies((failure) -> {
			com.google.rpc.Status status = Objects.requireNonNull(StatusProto.fromThrowable(failure));
			assertThat(failure.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.UNAUTHENTICATED);
			assertThat(status.getMessage())
				.isEqualTo("the server requires metadata 'authorization: Bearer TOKEN' with a token that it knows");
			assertThat(status.getDetailsList()).singleElement()
				.satisfies((detail) -> assertThat(detail.unpack(ErrorInfo.class))
					.isEqualTo(ErrorInfo.newBuilder().setDomain("couplet").setReason("unauthenticated").build()));
		});
	}

}
