package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests how attempts are counted.
 */
class RetriesTests {

	private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

	private final Retries retries = new Retries(new ConcurrentMessageListenerContainer<>(
			new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("topic")), 2, Duration.ofSeconds(1));

	@Test
	void aRecordIsRetriedAsOftenAsTheLimitSays() {
		assertThat(isExhaustedAfter(7, ErrorHandling.RETRY)).isFalse();
		assertThat(isExhaustedAfter(7, ErrorHandling.RETRY)).isFalse();
		assertThat(isExhaustedAfter(7, ErrorHandling.RETRY)).isTrue();
	}

	@Test
	void attemptsInWhichTheServerWasOverloadedDoNotCountAgainstTheLimit() {
		for (int i = 0; i < 10; i++) {
			assertThat(isExhaustedAfter(7, ErrorHandling.WAIT)).isFalse();
		}
		assertThat(isExhaustedAfter(7, ErrorHandling.RETRY)).isFalse();
		assertThat(isExhaustedAfter(7, ErrorHandling.WAIT)).isFalse();
		assertThat(isExhaustedAfter(7, ErrorHandling.RETRY)).isFalse();
		assertThat(isExhaustedAfter(7, ErrorHandling.RETRY)).isTrue();
	}

	@Test
	void allAttemptsOfARecordCountForTheDelay() {
		this.retries.failed(PARTITION, 7, ErrorHandling.WAIT);
		assertThat(this.retries.failed(PARTITION, 7, ErrorHandling.RETRY).count()).isEqualTo(2);
		assertThat(this.retries.failed(PARTITION, 8, ErrorHandling.RETRY).count()).isEqualTo(1);
	}

	private boolean isExhaustedAfter(long offset, ErrorHandling handling) {
		return this.retries.isExhausted(this.retries.failed(PARTITION, offset, handling));
	}

}
