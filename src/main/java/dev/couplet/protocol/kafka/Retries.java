package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * The records of a flow that are to be retried, and whose partitions are paused until
 * then. The consumer stays a member of its group, and reads the other partitions.
 * Thread-safe.
 */
final class Retries {

	private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

	// twice as often doubles the delay beyond any maximum
	private static final int MAX_DOUBLINGS = 20;

	private final MessageListenerContainer container;

	private final int limit;

	private final Duration maxDelay;

	private final Map<TopicPartition, Attempts> attempts = new ConcurrentHashMap<>();

	private final Map<TopicPartition, String> reasons = new ConcurrentHashMap<>();

	/**
	 * Creates an empty set.
	 * @param container the consumers of the flow
	 * @param limit how often a record is retried
	 * @param maxDelay the maximum time between two retries
	 */
	Retries(MessageListenerContainer container, int limit, Duration maxDelay) {
		this.container = container;
		this.limit = limit;
		this.maxDelay = maxDelay;
	}

	/**
	 * Counts an attempt of a record that has no result.
	 * @param partition its partition
	 * @param offset its offset
	 * @param handling what becomes of the record
	 * @return the attempts so far
	 */
	Attempts failed(TopicPartition partition, long offset, ErrorHandling handling) {
		Attempts first = Attempts.NONE.next(offset, handling);
		return this.attempts.merge(partition, first, (known, _) -> known.next(offset, handling));
	}

	/**
	 * Returns whether a record has been retried as often as it may.
	 * @param attempts its attempts
	 * @return true if it is not retried any more, unless it has to wait
	 */
	boolean isExhausted(Attempts attempts) {
		return attempts.failures() > this.limit;
	}

	/**
	 * Pauses a partition before the next poll, until its record is to be retried.
	 * @param partition the partition
	 * @param failed the number of attempts that have failed, at least 1
	 * @param reason why, for the health of the flow
	 */
	void pause(TopicPartition partition, int failed, String reason) {
		this.reasons.put(partition, reason);
		this.container.pausePartition(partition);
		CompletableFuture.delayedExecutor(delay(failed).toMillis(), TimeUnit.MILLISECONDS)
			.execute(() -> this.container.resumePartition(partition));
	}

	private Duration delay(int failed) {
		Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(failed - 1, MAX_DOUBLINGS));
		return (delay.compareTo(this.maxDelay) < 0) ? delay : this.maxDelay;
	}

	/**
	 * Notes that records of a partition have been written.
	 * @param partition the partition
	 */
	void succeeded(TopicPartition partition) {
		this.reasons.remove(partition);
	}

	/**
	 * Forgets a partition that another consumer reads from now on.
	 * @param partition the partition
	 */
	void forget(TopicPartition partition) {
		this.attempts.remove(partition);
		this.reasons.remove(partition);
		this.container.resumePartition(partition);
	}

	/**
	 * Returns the partitions with a record that is to be retried, or has been and is not
	 * written yet.
	 * @return the reason for each
	 */
	Map<TopicPartition, String> reasons() {
		return this.reasons;
	}

	/**
	 * The attempts of a record that had no result.
	 *
	 * @param offset the offset of the record
	 * @param count the number of attempts
	 * @param failures the number of those that failed. In the others the record was not
	 * looked at, which does not count against the limit
	 */
	record Attempts(long offset, int count, int failures) {

		private static final Attempts NONE = new Attempts(-1, 0, 0);

		private Attempts next(long offset, ErrorHandling handling) {
			Attempts known = (this.offset == offset) ? this : NONE;
			int failure = (handling == ErrorHandling.WAIT) ? 0 : 1;
			return new Attempts(offset, known.count + 1, known.failures + failure);
		}

	}

}
