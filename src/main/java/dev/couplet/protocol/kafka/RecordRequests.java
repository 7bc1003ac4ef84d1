package dev.couplet.protocol.kafka;

import dev.couplet.endpoint.CallerTrace;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.MemoryReservation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Starts the requests of a flow.
 */
final class RecordRequests {

	private final TransformPort transforms;

	private final @Nullable String recipe;

	private final boolean recipeHeader;

	private final CallerTrace traces;

	/**
	 * Creates a factory.
	 * @param transforms the port of the flow
	 * @param flow its settings
	 * @param traces reads the spans of callers
	 */
	RecordRequests(TransformPort transforms, FlowProperties.Flow flow, CallerTrace traces) {
		this.transforms = transforms;
		this.recipe = flow.recipe();
		this.recipeHeader = flow.recipeHeader();
		this.traces = traces;
	}

	/**
	 * Starts the request of a record, and runs it while that is cheap. A record without a
	 * value, which deletes its key in a compacted topic, has none.
	 * @param origin the record
	 * @return the record in the service
	 */
	RunningRecord start(ConsumerRecord<byte[], byte[]> origin) {
		MemoryReservation memory = this.transforms.newReservation();
		if (origin.value() == null) {
			return new RunningRecord(origin, null, memory);
		}
		RecordRequest request = new RecordRequest(this.transforms, origin, this.recipe, this.recipeHeader, memory,
				this.traces.of(origin.headers(), IncomingHeaders.GETTER));
		request.start();
		return new RunningRecord(origin, request, memory);
	}

}
