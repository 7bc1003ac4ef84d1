package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Takes the records of each poll through the service, and writes their outcomes in
 * transactions. Called by the threads of the consumers.
 *
 * <p>
 * A transaction begins when its records have been transformed, so that it is short. If
 * one fails, the consumer goes back to what has been committed: only the broker knows
 * whether the last transaction was.
 */
final class FlowListener implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

	private static final Logger logger = LoggerFactory.getLogger(FlowListener.class);

	/**
	 * The number of records that are in the service at a time, where they are expensive.
	 */
	private static final int MAX_RUNNING = 16;

	/**
	 * The maximum size of the values and results of a transaction, in bytes, unless a
	 * single record has more.
	 */
	private static final long MAX_TRANSACTION_SIZE = 4 << 20;

	/**
	 * What a record takes in addition, in bytes.
	 */
	private static final int RECORD_OVERHEAD = 256;

	/**
	 * The time after which no more records are begun for a transaction.
	 */
	private static final Duration MAX_TRANSACTION_TIME = Duration.ofSeconds(1);

	/**
	 * The time after which the consumer polls again. One that does not poll for five
	 * minutes is replaced.
	 */
	private static final Duration MAX_POLL_TIME = Duration.ofSeconds(30);

	/**
	 * The maximum time to wait for the broker's answer about what has been committed. It
	 * is asked again and again, because going on without it would lose or repeat records.
	 */
	private static final Duration MAX_WAIT = Duration.ofSeconds(5);

	private static final Duration INTERVAL = Duration.ofSeconds(1);

	private final String name;

	private final RecordRequests requests;

	private final Transactions transactions;

	private final Topics topics;

	private final Retries retries;

	private final FlowMeters meters;

	// of transactions, in a row
	private final AtomicInteger failures = new AtomicInteger();

	private final Map<TopicPartition, Long> lags = new ConcurrentHashMap<>();

	private volatile boolean stopping;

	FlowListener(String name, RecordRequests requests, Transactions transactions, Topics topics, Retries retries,
			FlowMeters meters) {
		this.name = name;
		this.requests = requests;
		this.transactions = transactions;
		this.topics = topics;
		this.retries = retries;
		this.meters = meters;
	}

	/**
	 * Sets whether the flow is to stop: then no more records are begun, and those that
	 * are have their outcomes written.
	 * @param stopping true to stop
	 */
	void setStopping(boolean stopping) {
		this.stopping = stopping;
	}

	/**
	 * Closes the producers, when the consumers have stopped.
	 */
	void close() {
		this.transactions.close();
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
		Consumer<?, ?> present = Objects.requireNonNull(consumer);
		process(new Poll(records), present);
		present.assignment()
			.forEach((partition) -> present.currentLag(partition).ifPresent((lag) -> this.lags.put(partition, lag)));
	}

	/**
	 * Returns how many records of the partitions of this instance have not been
	 * processed.
	 * @return 0 or more, as of the last poll that returned records
	 */
	long lag() {
		return this.lags.values().stream().mapToLong(Long::longValue).sum();
	}

	@Override
	public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		partitions.forEach(this::forget);
	}

	@Override
	public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		partitions.forEach(this::forget);
	}

	private void forget(TopicPartition partition) {
		this.retries.forget(partition);
		this.lags.remove(partition);
	}

	private void process(Poll poll, Consumer<?, ?> consumer) {
		try {
			long start = System.nanoTime();
			while (poll.hasMore() && mayBegin() && System.nanoTime() - start < MAX_POLL_TIME.toNanos()) {
				write(transform(poll), poll, consumer);
			}
			poll.rewind(consumer);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			poll.rewind(consumer);
		}
		catch (RuntimeException ex) {
			this.meters.transactionFailed();
			logger.warn("A transaction of the flow '{}' failed. It goes back to what is committed, and tries again: {}",
					this.name, ex.toString());
			this.topics.checkSoon();
			goBack(poll, consumer, reason(ex));
		}
	}

	private static String reason(RuntimeException failure) {
		return (NestedExceptionUtils.getMostSpecificCause(failure) instanceof AuthorizationException cause)
				? "not-authorized: " + cause.getMessage() : "transaction-failed";
	}

	private boolean mayBegin() {
		return !this.stopping && this.topics.areKnown();
	}

	// transforms the records of the next transaction
	private List<Processed> transform(Poll poll) throws InterruptedException {
		Queue<RunningRecord> running = new ArrayDeque<>();
		List<Processed> processed = new ArrayList<>();
		long start = System.nanoTime();
		long size = 0;
		do {
			while (running.size() < MAX_RUNNING && size < MAX_TRANSACTION_SIZE && !this.stopping
					&& System.nanoTime() - start < MAX_TRANSACTION_TIME.toNanos()) {
				ConsumerRecord<byte[], byte[]> next = poll.next();
				if (next == null) {
					break;
				}
				running.add(this.requests.start(next));
				size += RECORD_OVERHEAD + Math.max(0, next.serializedValueSize());
			}
			RunningRecord first = running.poll();
			if (first != null) {
				Outcome outcome = first.await();
				if (poll.isHeldBack(first.origin()) || isPutOff(first.origin(), outcome)) {
					poll.holdBack(first.origin());
					first.memory().close();
				}
				else {
					processed.add(new Processed(first.origin(), outcome, first.memory()));
					size += outcome.size();
				}
			}
		}
		while (!running.isEmpty());
		return processed;
	}

	private boolean isPutOff(ConsumerRecord<?, ?> origin, Outcome outcome) {
		if (!(outcome instanceof Outcome.Failure failure) || failure.handling() == ErrorHandling.FAIL) {
			return false;
		}
		TopicPartition partition = Processed.partition(origin);
		Retries.Attempts attempts = this.retries.failed(partition, origin.offset(), failure.handling());
		if (failure.handling() == ErrorHandling.RETRY && this.retries.isExhausted(attempts)) {
			return false;
		}
		if (attempts.count() == 1) {
			logger.warn("The flow '{}' pauses {}, and retries its record {}: {}", this.name, partition, origin.offset(),
					failure.reason().word());
		}
		this.retries.pause(partition, attempts.count(), failure.reason().word() + " at offset " + origin.offset());
		this.meters.retried();
		return true;
	}

	private void write(List<Processed> processed, Poll poll, Consumer<?, ?> consumer) {
		try {
			if (!processed.isEmpty()) {
				commit(processed, poll.offsets(processed, consumer), consumer);
				this.failures.set(0);
				// one that is held back still has the record that is retried
				processed.stream()
					.filter((record) -> !poll.isHeldBack(record.origin()))
					.forEach((record) -> this.retries.succeeded(record.partition()));
			}
		}
		finally {
			processed.forEach((record) -> record.memory().close());
		}
	}

	private void commit(List<Processed> processed, Map<TopicPartition, OffsetAndMetadata> offsets,
			Consumer<?, ?> consumer) {
		try {
			this.transactions.commit(processed, offsets, consumer.groupMetadata());
			processed.forEach((record) -> this.meters.committed(record.outcome()));
		}
		catch (RejectedRecordException ex) {
			if (processed.size() > 1) {
				// one by one, to find those that are rejected
				processed.forEach(
						(record) -> commit(List.of(record), Map.of(record.partition(), record.nextOffset()), consumer));
			}
			else {
				Processed record = processed.getFirst();
				commit(List.of(record.with(instead(record.outcome(), ex))), offsets, consumer);
			}
		}
	}

	private static Outcome instead(Outcome rejected, RejectedRecordException cause) {
		return switch (rejected) {
			case Outcome.Success _ -> Outcome.Failure.ofBroker(cause.reason(), cause.getMessage());
			case Outcome.Failure failure -> new Outcome.FailureWithoutValue(failure);
			case Outcome.FailureWithoutValue _ ->
				throw new KafkaException("the topic of the failures does not take a record", cause);
		};
	}

	private void goBack(Poll poll, Consumer<?, ?> consumer, String reason) {
		// an interrupted consumer polls no more
		while (!isBack(poll, consumer) && !this.stopping && !Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(INTERVAL.toNanos());
		}
		int failed = this.failures.incrementAndGet();
		poll.partitions().forEach((partition) -> this.retries.pause(partition, failed, reason));
	}

	private boolean isBack(Poll poll, Consumer<?, ?> consumer) {
		try {
			poll.rewindToCommitted(consumer, MAX_WAIT);
			return true;
		}
		catch (KafkaException ex) {
			logger.warn("The flow '{}' cannot read what is committed, and tries again: {}", this.name, ex.toString());
			return false;
		}
	}

}
