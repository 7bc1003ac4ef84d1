package dev.couplet.soak;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The visits of clients of each kind, and their failures.
 */
final class Tally {

	private static final int MOST_COMPLAINTS = 20;

	private final Map<String, LongAdder> visits = new ConcurrentSkipListMap<>();

	private final Map<String, LongAdder> complaints = new ConcurrentHashMap<>();

	void visited(String kind) {
		this.visits.computeIfAbsent(kind, (_) -> new LongAdder()).increment();
	}

	/**
	 * Records a failure. Only the first of many different ones are kept.
	 * @param kind the kind of the client
	 * @param complaint the failure
	 */
	void complained(String kind, String complaint) {
		String text = kind + ": " + complaint;
		if (this.complaints.size() < MOST_COMPLAINTS || this.complaints.containsKey(text)) {
			this.complaints.computeIfAbsent(text, (_) -> new LongAdder()).increment();
		}
	}

	Map<String, LongAdder> visits() {
		return this.visits;
	}

	Map<String, LongAdder> complaints() {
		return this.complaints;
	}

	@Override
	public String toString() {
		return "%,d visits, %,d complaints".formatted(sum(this.visits), sum(this.complaints));
	}

	private static long sum(Map<String, LongAdder> counts) {
		return counts.values().stream().mapToLong(LongAdder::sum).sum();
	}

}
