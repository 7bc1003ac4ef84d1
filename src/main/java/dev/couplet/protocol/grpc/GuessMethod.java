package dev.couplet.protocol.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.protocol.grpc.v1.GuessRequest;
import dev.couplet.protocol.grpc.v1.GuessResponse;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.guess.GuessSearch;

/**
 * Guesses how a value is encoded.
 *
 * @param transforms the port of the protocol
 */
record GuessMethod(TransformPort transforms) implements GrpcMethod<GuessSearch> {

	@Override
	public GuessSearch begin(byte[] message, RequestBudget budget, MemoryReservation memory, long arrived)
			throws InvalidProtocolBufferException {
		GuessRequest request = GuessRequest.parseFrom(message);
		return this.transforms.beginGuess(Messages.value(request), budget, memory, arrived);
	}

	@Override
	public GuessResponse response(GuessSearch work) {
		return Messages.guesses(work.result());
	}

}
