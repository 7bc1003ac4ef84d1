package dev.couplet.protocol.kafka;

import dev.couplet.transform.MemoryReservation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that is in the service.
 *
 * @param origin the record
 * @param request its request, or null for a record without a value
 * @param memory the memory of the record
 */
record RunningRecord(ConsumerRecord<byte[], byte[]> origin, @Nullable RecordRequest request, MemoryReservation memory) {

	/**
	 * Waits for the outcome.
	 * @return the outcome
	 * @throws InterruptedException if the thread is interrupted
	 */
	Outcome await() throws InterruptedException {
		return (this.request != null) ? this.request.await() : new Outcome.Success(null);
	}

}
