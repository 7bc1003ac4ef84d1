package dev.couplet.protocol.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.KafkaTemplate;

/**
 * Writes records and the offsets of those that they were made of, both or neither.
 */
final class Transactions {

	private final KafkaTemplate<byte[], byte[]> template;

	private final OutgoingRecords outgoing;

	Transactions(KafkaTemplate<byte[], byte[]> template, OutgoingRecords outgoing) {
		this.template = template;
		this.outgoing = outgoing;
	}

	/**
	 * Makes one transaction.
	 * @param processed the records that were read, and their outcomes
	 * @param offsets the offsets to commit
	 * @param group the membership of the consumer, so that one that has been replaced
	 * commits nothing
	 * @throws RejectedRecordException if a record can never be written. Nothing has been
	 * written then
	 * @throws KafkaException if the transaction fails, or its end is not known
	 */
	void commit(List<Processed> processed, Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group)
			throws RejectedRecordException {
		AtomicReference<@Nullable Exception> rejection = new AtomicReference<>();
		try {
			this.template.executeInTransaction((operations) -> operations.execute((producer) -> {
				processed.forEach((record) -> send(producer, this.outgoing.of(record), rejection));
				producer.sendOffsetsToTransaction(offsets, group);
				producer.flush();
				if (rejection.get() != null) {
					throw new KafkaException("a record is rejected");
				}
				return true;
			}));
		}
		catch (KafkaException ex) {
			Exception rejected = rejection.get();
			if (rejected != null) {
				throw new RejectedRecordException(rejected);
			}
			throw ex;
		}
	}

	/**
	 * Closes the producers. A further transaction creates new ones.
	 */
	void close() {
		this.template.getProducerFactory().reset();
	}

	private static void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record,
			AtomicReference<@Nullable Exception> rejection) {
		producer.send(record, (_, failure) -> {
			if (failure != null && isRejection(failure)) {
				rejection.compareAndSet(null, failure);
			}
		});
	}

	private static boolean isRejection(Exception failure) {
		return failure instanceof RecordTooLargeException || failure instanceof RecordBatchTooLargeException
				|| failure instanceof InvalidTimestampException || failure instanceof InvalidRecordException;
	}

}
