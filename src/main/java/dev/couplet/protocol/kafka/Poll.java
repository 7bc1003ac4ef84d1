package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The records of one poll, and how far they have been processed. A partition is held back
 * from a record that is to be retried, so that its records keep their order.
 */
final class Poll {

	private final List<ConsumerRecord<byte[], byte[]>> records;

	// of each partition, the offset of its last record
	private final Map<TopicPartition, Long> lastOffsets = new HashMap<>();

	// of each partition that is held back, the record from which on
	private final Map<TopicPartition, ConsumerRecord<byte[], byte[]>> heldBack = new HashMap<>();

	private int next;

	Poll(List<ConsumerRecord<byte[], byte[]>> records) {
		this.records = records;
		records.forEach((record) -> this.lastOffsets.put(Processed.partition(record), record.offset()));
	}

	/**
	 * Returns the next record whose partition is not held back.
	 * @return the record; null if there are no more
	 */
	@Nullable ConsumerRecord<byte[], byte[]> next() {
		while (this.next < this.records.size()) {
			ConsumerRecord<byte[], byte[]> record = this.records.get(this.next++);
			if (!isHeldBack(record)) {
				return record;
			}
		}
		return null;
	}

	boolean hasMore() {
		return this.next < this.records.size();
	}

	boolean isHeldBack(ConsumerRecord<?, ?> record) {
		// usually none is
		return !this.heldBack.isEmpty() && this.heldBack.containsKey(Processed.partition(record));
	}

	void holdBack(ConsumerRecord<byte[], byte[]> from) {
		this.heldBack.putIfAbsent(Processed.partition(from), from);
	}

	Set<TopicPartition> partitions() {
		return this.lastOffsets.keySet();
	}

	/**
	 * Returns the offsets to commit.
	 * @param processed records, in order
	 * @param consumer the consumer, whose position is behind the markers of transactions
	 * that may follow the last record
	 * @return the offset of the next record of each partition
	 */
	Map<TopicPartition, OffsetAndMetadata> offsets(List<Processed> processed, Consumer<?, ?> consumer) {
		Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
		processed.forEach((record) -> offsets.put(record.partition(), record.nextOffset()));
		offsets.replaceAll((partition, offset) -> {
			boolean complete = Objects.equals(this.lastOffsets.get(partition), offset.offset() - 1);
			return complete ? new OffsetAndMetadata(consumer.position(partition), offset.leaderEpoch(), "") : offset;
		});
		return offsets;
	}

	/**
	 * Moves the consumer back to the records that have not been processed.
	 * @param consumer the consumer, at the end of the poll
	 */
	void rewind(Consumer<?, ?> consumer) {
		this.heldBack.forEach((_, record) -> seek(consumer, record));
		Set<TopicPartition> rewound = new HashSet<>(this.heldBack.keySet());
		for (ConsumerRecord<byte[], byte[]> record : this.records.subList(this.next, this.records.size())) {
			if (rewound.add(Processed.partition(record))) {
				seek(consumer, record);
			}
		}
	}

	/**
	 * Moves the consumer back to the offsets that have been committed, or to the first
	 * record of a partition of which none has been.
	 * @param consumer the consumer
	 * @param timeout the maximum time to wait for the broker, which also waits until
	 * transactions that have not ended do
	 * @throws KafkaException if the broker does not answer
	 */
	void rewindToCommitted(Consumer<?, ?> consumer, Duration timeout) {
		Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions(), timeout);
		Set<TopicPartition> rewound = new HashSet<>();
		for (ConsumerRecord<byte[], byte[]> first : this.records) {
			TopicPartition partition = Processed.partition(first);
			if (rewound.add(partition)) {
				OffsetAndMetadata offset = committed.get(partition);
				if (offset != null) {
					consumer.seek(partition, offset);
				}
				else {
					seek(consumer, first);
				}
			}
		}
	}

	private static void seek(Consumer<?, ?> consumer, ConsumerRecord<?, ?> record) {
		consumer.seek(Processed.partition(record), new OffsetAndMetadata(record.offset(), record.leaderEpoch(), ""));
	}

}
