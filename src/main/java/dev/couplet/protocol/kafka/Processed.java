package dev.couplet.protocol.kafka;

import dev.couplet.transform.MemoryReservation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A record and its outcome, which is to be written.
 *
 * @param origin the record that was read
 * @param outcome its outcome
 * @param memory the memory of the record, which is released once the outcome is written
 */
record Processed(ConsumerRecord<byte[], byte[]> origin, Outcome outcome, MemoryReservation memory) {

	TopicPartition partition() {
		return partition(this.origin);
	}

	static TopicPartition partition(ConsumerRecord<?, ?> origin) {
		return new TopicPartition(origin.topic(), origin.partition());
	}

	/**
	 * Returns the offset to commit with the outcome.
	 * @return the offset of the next record
	 */
	OffsetAndMetadata nextOffset() {
		return new OffsetAndMetadata(this.origin.offset() + 1, this.origin.leaderEpoch(), "");
	}

	Processed with(Outcome other) {
		return new Processed(this.origin, other, this.memory);
	}

}
