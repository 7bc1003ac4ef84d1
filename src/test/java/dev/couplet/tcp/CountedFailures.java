package dev.couplet.tcp;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.couplet.endpoint.FailedRequests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * The failures of a listener, in a registry of their own.
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
	 * How often each reason was counted.
	 * @return the counts that are not 0
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
