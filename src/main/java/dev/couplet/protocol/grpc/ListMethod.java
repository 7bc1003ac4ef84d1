package dev.couplet.protocol.grpc;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.protocol.grpc.v1.ListTransformsRequest;
import dev.couplet.protocol.grpc.v1.ListTransformsResponse;
import dev.couplet.protocol.grpc.v1.TransformDescription;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformException;
import org.jspecify.annotations.Nullable;

/**
 * Lists the transforms of the catalogue.
 */
final class ListMethod implements GrpcMethod<ListMethod.Search> {

	// nanoseconds; most of it for the words of all descriptions
	private static final long COST = 2_000_000;

	private static final int MAX_QUERY = 1000;

	private final TransformPort transforms;

	private final Catalogue catalogue;

	private final Map<String, TransformDescription> descriptions;

	ListMethod(TransformPort transforms, Catalogue catalogue) {
		this.transforms = transforms;
		this.catalogue = catalogue;
		this.descriptions = catalogue.transforms()
			.stream()
			.map(Messages::description)
			.collect(Collectors.toMap(TransformDescription::getName, Function.identity()));
	}

	@Override
	public Search begin(byte[] message, RequestBudget budget, MemoryReservation memory, long arrived)
			throws InvalidProtocolBufferException {
		String query = ListTransformsRequest.parseFrom(message).getQuery();
		return this.transforms.read(() -> {
			if (query.length() > MAX_QUERY) {
				throw new BadArgumentException("the query has at most " + MAX_QUERY + " characters");
			}
			return new Search(this.catalogue, query);
		});
	}

	@Override
	public ListTransformsResponse response(Search work) {
		ListTransformsResponse.Builder response = ListTransformsResponse.newBuilder();
		for (Transform transform : work.result()) {
			response.addTransforms(Objects.requireNonNull(this.descriptions.get(transform.name())));
		}
		return response.build();
	}

	/**
	 * A search in the catalogue, which runs on a worker.
	 */
	static final class Search implements ExpensiveWork {

		private final Catalogue catalogue;

		private final String query;

		private List<Transform> found = List.of();

		private @Nullable TransformException failure;

		Search(Catalogue catalogue, String query) {
			this.catalogue = catalogue;
			this.query = query;
		}

		@Override
		public long sliceCost() {
			return COST;
		}

		@Override
		public boolean runSlice() {
			this.found = this.catalogue.search(this.query);
			return false;
		}

		@Override
		public void fail(TransformException reason) {
			this.failure = reason;
		}

		List<Transform> result() {
			if (this.failure != null) {
				throw this.failure;
			}
			return this.found;
		}

	}

}
