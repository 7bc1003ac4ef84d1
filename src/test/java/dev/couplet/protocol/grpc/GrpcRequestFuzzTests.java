package dev.couplet.protocol.grpc;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.TransformService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.context.Context;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes the methods with the bytes of a message. The first byte selects the method.
 */
class GrpcRequestFuzzTests {

	private static final int LIMIT = 4096;

	private final TransformService service = BuiltInTransforms.service(LIMIT);

	private final TransformPort transforms = new TransformPorts(this.service, new SimpleMeterRegistry(), null)
		.open("grpc");

	private final ListMethod listing = new ListMethod(this.transforms, this.service.catalogue());

	@FuzzTest
	void answersAResponseOrAnErrorOfTheCaller(byte[] input) {
		if (input.length == 0) {
			return;
		}
		byte[] message = Arrays.copyOfRange(input, 1, input.length);
		GrpcRequest.Outcome outcome = switch (input[0] % 3) {
			case 0 -> run(this.listing, message);
			case 1 -> run(new GuessMethod(this.transforms), message);
			default -> run(new TransformMethod(this.transforms, this.service.catalogue()), message);
		};
		switch (outcome) {
			case GrpcRequest.Response response -> assertThat(response.message().isInitialized()).isTrue();
			case GrpcRequest.Failure failure -> {
				Status status = GrpcErrors.status(failure.error());
				// others would be a bug, because the service is never busy here
				assertThat(Code.forNumber(status.getCode())).isIn(Code.NOT_FOUND, Code.INVALID_ARGUMENT,
						Code.RESOURCE_EXHAUSTED);
				assertThat(status.getMessage()).matches("[ -~]{10,199}");
				assertThat(GrpcErrors.inStream(failure.error()).getMessage()).isEqualTo(status.getMessage());
			}
		}
	}

	private <W extends ExpensiveWork> GrpcRequest.Outcome run(GrpcMethod<W> method, byte[] message) {
		try (MemoryReservation memory = this.transforms.newReservation()) {
			GrpcRequest<W> request = new GrpcRequest<>(method, this.transforms, message, memory, Context.root());
			GrpcRequest.Outcome outcome = request.answer();
			if (outcome == null) {
				CountDownLatch answered = new CountDownLatch(1);
				if (request.continueElsewhere(answered::countDown)) {
					answered.await();
				}
				outcome = request.answer();
			}
			return Objects.requireNonNull(outcome);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
