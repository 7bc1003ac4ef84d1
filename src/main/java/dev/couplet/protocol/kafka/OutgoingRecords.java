package dev.couplet.protocol.kafka;

import java.nio.charset.StandardCharsets;

import dev.couplet.transform.Value;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Creates the records that a flow writes. A record keeps its key, headers and timestamp.
 * It keeps the number of its partition if both topics have as many; otherwise its
 * partition is that of its key.
 */
final class OutgoingRecords {

	private final FlowProperties.Flow flow;

	private final String name;

	private final Topics topics;

	/**
	 * Creates a factory.
	 * @param name the name of the flow
	 * @param flow its settings
	 * @param topics its topics
	 */
	OutgoingRecords(String name, FlowProperties.Flow flow, Topics topics) {
		this.name = name;
		this.flow = flow;
		this.topics = topics;
	}

	/**
	 * Creates the record for an outcome.
	 * @param processed the record that was read, and its outcome
	 * @return the record to write
	 * @throws KafkaException if a topic is missing
	 */
	ProducerRecord<byte[], byte[]> of(Processed processed) {
		ConsumerRecord<byte[], byte[]> origin = processed.origin();
		return switch (processed.outcome()) {
			case Outcome.Success success -> copy(this.flow.target(), origin, bytes(success.value()), origin.headers());
			case Outcome.Failure failure ->
				copy(this.flow.failureTopic(), origin, origin.value(), headers(origin, failure));
			case Outcome.FailureWithoutValue omitted -> withoutValue(origin, omitted.failure());
		};
	}

	// with the current time, and a key of its own: the timestamp or the key may be why it
	// was not taken
	private ProducerRecord<byte[], byte[]> withoutValue(ConsumerRecord<byte[], byte[]> origin,
			Outcome.Failure failure) {
		Headers headers = new RecordHeaders();
		describe(headers, origin, failure);
		add(headers, "couplet-value-omitted", "true");
		return new ProducerRecord<>(this.flow.failureTopic(), null, null, name(origin), new byte[0], headers);
	}

	private static byte[] name(ConsumerRecord<?, ?> origin) {
		return bytes(origin.topic() + "-" + origin.partition() + "@" + origin.offset());
	}

	private ProducerRecord<byte[], byte[]> copy(String topic, ConsumerRecord<byte[], byte[]> origin,
			byte @Nullable [] value, Headers headers) {
		Long timestamp = (origin.timestamp() >= 0) ? origin.timestamp() : null;
		return new ProducerRecord<>(topic, partition(topic, origin), timestamp, origin.key(), value, headers);
	}

	private @Nullable Integer partition(String topic, ConsumerRecord<byte[], byte[]> origin) {
		int count = this.topics.partitions(topic);
		if (count == this.topics.partitions(origin.topic())) {
			return origin.partition();
		}
		return (origin.key() != null) ? null : Integer.valueOf(origin.partition() % count);
	}

	private Headers headers(ConsumerRecord<?, ?> origin, Outcome.Failure failure) {
		Headers headers = new RecordHeaders(origin.headers());
		describe(headers, origin, failure);
		return headers;
	}

	private void describe(Headers headers, ConsumerRecord<?, ?> origin, Outcome.Failure failure) {
		add(headers, "couplet-flow", this.name);
		add(headers, "couplet-reason", failure.reason().word());
		add(headers, "couplet-message", failure.message());
		add(headers, "couplet-step", failure.step());
		add(headers, "couplet-position", failure.position());
		add(headers, "couplet-topic", origin.topic());
		add(headers, "couplet-partition", Integer.toString(origin.partition()));
		add(headers, "couplet-offset", Long.toString(origin.offset()));
		add(headers, "couplet-timestamp", Long.toString(origin.timestamp()));
	}

	private static byte @Nullable [] bytes(@Nullable Value value) {
		return (value != null) ? value.bytes() : null;
	}

	// replaces what a record has that comes from a topic of failures
	private static void add(Headers headers, String name, @Nullable String value) {
		headers.remove(name);
		if (value != null) {
			headers.add(name, bytes(value));
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
