package dev.couplet.protocol.kafka;

import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FlowClients}.
 */
class FlowClientsTests {

	@ParameterizedTest
	@ValueSource(longs = { 1, 32 << 20, 256 << 20 })
	void theLargestResultFitsIntoARequestAndIntoTheBufferOfTheProducer(long valueLimit) {
		Map<String, Object> settings = producerSettings(Map.of(), valueLimit);
		int requestSize = (int) Objects.requireNonNull(settings.get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG));
		assertThat((long) requestSize).isGreaterThan(valueLimit);
		assertThat(settings).containsEntry(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) requestSize);
	}

	@Test
	void sizesThatAreSetAreKept() {
		Map<String, Object> set = Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, "100",
				ProducerConfig.BUFFER_MEMORY_CONFIG, "200");
		assertThat(producerSettings(set, 1 << 20)).containsAllEntriesOf(set);
	}

	private static Map<String, Object> producerSettings(Map<String, Object> set, long valueLimit) {
		return new FlowClients(new DefaultKafkaConsumerFactory<>(Map.of()), new DefaultKafkaProducerFactory<>(set))
			.producers("flow", valueLimit)
			.getConfigurationProperties();
	}

}
