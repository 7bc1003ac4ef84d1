package dev.couplet.protocol.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * Runs a recipe on a value. In a stream, it keeps the recipe for requests without one.
 */
final class TransformMethod implements GrpcMethod<Transformation> {

	private final TransformPort transforms;

	private final Catalogue catalogue;

	private @Nullable String previous;

	TransformMethod(TransformPort transforms, Catalogue catalogue) {
		this.transforms = transforms;
		this.catalogue = catalogue;
	}

	@Override
	public Transformation begin(byte[] message, RequestBudget budget, MemoryReservation memory, long arrived)
			throws InvalidProtocolBufferException {
		TransformRequest request = TransformRequest.parseFrom(message);
		String recipe = this.transforms.read(() -> Messages.recipe(request, this.previous, this.catalogue));
		this.previous = recipe;
		return this.transforms.begin(recipe, Messages.value(request), budget, arrived);
	}

	@Override
	public TransformResponse response(Transformation work) {
		return Messages.result(work.result());
	}

}
