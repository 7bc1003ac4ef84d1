package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * What a flow does, and what it waits for.
 */
final class FlowStatus {

	// three times the interval of heartbeats
	private static final Duration MAX_SILENCE = Duration.ofSeconds(10);

	private final ConcurrentMessageListenerContainer<?, ?> container;

	private final Topics topics;

	private final Retries retries;

	// the state while there are no consumers; null when there are
	private volatile @Nullable State withoutConsumers = new State(Activity.WAITING_FOR_THE_BROKER);

	FlowStatus(ConcurrentMessageListenerContainer<?, ?> container, Topics topics, Retries retries) {
		this.container = container;
		this.topics = topics;
		this.retries = retries;
	}

	/**
	 * Notes that the consumers have been created. Only from then on is their container
	 * asked about them: while it creates them, it does not answer.
	 */
	void consumersCreated() {
		this.withoutConsumers = null;
	}

	/**
	 * Notes that the consumers cannot be created yet.
	 * @param problem why
	 */
	void consumersNotCreated(String problem) {
		this.withoutConsumers = new State(Activity.WAITING_FOR_THE_BROKER, problem);
	}

	boolean hasConsumers() {
		return this.withoutConsumers == null;
	}

	/**
	 * Returns the state of a flow that has been started, and is not to stop.
	 * @return the state
	 */
	State state() {
		State without = this.withoutConsumers;
		if (without != null) {
			return without;
		}
		if (!this.container.isInExpectedState()) {
			return new State(Activity.STOPPED);
		}
		String problem = this.topics.problem();
		if (problem != null) {
			return new State(Activity.WAITING_FOR_A_TOPIC, problem);
		}
		if (!hasBroker()) {
			return new State(Activity.WAITING_FOR_THE_BROKER);
		}
		return new State(this.retries.reasons().isEmpty() ? Activity.RUNNING : Activity.RETRYING);
	}

	/**
	 * Returns the partitions with a record that is retried.
	 * @return the reason for each
	 */
	Map<String, String> retried() {
		Map<String, String> reasons = new TreeMap<>();
		this.retries.reasons().forEach((partition, reason) -> reasons.put(partition.toString(), reason));
		return reasons;
	}

	/**
	 * Returns how many partitions this instance reads. Consumers keep those that they
	 * have while no broker answers or a topic is missing, but read nothing.
	 * @return 0 or more
	 */
	int partitions() {
		if (!hasConsumers()) {
			return 0;
		}
		Collection<TopicPartition> assigned = this.container.getAssignedPartitions();
		return (assigned != null && hasBroker() && this.topics.problem() == null) ? assigned.size() : 0;
	}

	private boolean hasBroker() {
		return this.container.metrics()
			.values()
			.stream()
			.flatMap((metrics) -> metrics.entrySet().stream())
			.filter((entry) -> entry.getKey().name().equals("last-heartbeat-seconds-ago"))
			.map((entry) -> (Double) entry.getValue().metricValue())
			.anyMatch((seconds) -> seconds >= 0 && seconds <= MAX_SILENCE.toSeconds());
	}

	/**
	 * What a flow does at a time.
	 */
	enum Activity {

		/** It reads records and writes them. */
		RUNNING("running"),

		/** It does so, except for the partitions whose next record is retried. */
		RETRYING("retrying"),

		/** It reads nothing until one of its topics is there. */
		WAITING_FOR_A_TOPIC("waiting for a topic"),

		/** It reads nothing until a broker answers. */
		WAITING_FOR_THE_BROKER("waiting for the broker"),

		/** It reads nothing any more. */
		STOPPED("stopped");

		private final String words;

		Activity(String words) {
			this.words = words;
		}

		/**
		 * Returns the words for it in the log and in health.
		 * @return what follows "is"
		 */
		@Override
		public String toString() {
			return this.words;
		}

	}

	/**
	 * The state of a flow.
	 *
	 * @param activity what it does
	 * @param problem what is wrong, or null if the activity says it
	 */
	record State(Activity activity, @Nullable String problem) {

		State(Activity activity) {
			this(activity, null);
		}

	}

}
