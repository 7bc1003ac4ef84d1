package dev.couplet.tcp;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.couplet.endpoint.FailedRequests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * The failure counters of a listener, in their own registry.
 */
final class CountedFailures {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final FailedRequests counters = new FailedRequests("test", this.meters);

	FailedRequests counters() {
		return this.counters;
	}

	MeterRegistry meters() {
		return this.meters;
	}

	ConnectionFailures newHandler() {
		return new ConnectionFailures("test", this.counters);
	}

	/**
	 * Returns the counts by reason.
	 * @return the counts greater than 0
	 */
	Map<String, Integer> counts() {
		Map<String, Integer> counts = new TreeMap<>();
		for (Counter counter : this.meters.find("couplet.requests.failed").counters()) {
			if (counter.count() > 0) {
				counts.put(Objects.requireNonNull(counter.getId().getTag("reason")), (int) counter.count());
			}
		}
		return counts;
	}

}
