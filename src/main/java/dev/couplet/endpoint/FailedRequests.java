package dev.couplet.endpoint;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts the failed requests of an endpoint by reason ({@code couplet.requests.failed}).
 * All reasons are registered from the start, so that the first failure appears as an
 * increase.
 */
public final class FailedRequests {

	private final Map<FailureReason, Counter> counters = new EnumMap<>(FailureReason.class);

	/**
	 * Registers the counters.
	 * @param listener the name of the endpoint
	 * @param meters the registry
	 */
	public FailedRequests(String listener, MeterRegistry meters) {
		for (FailureReason reason : FailureReason.values()) {
			this.counters.put(reason,
					Counter.builder("couplet.requests.failed")
						.description("Requests that got no result")
						.tag("listener", listener)
						.tag("reason", reason.word())
						.register(meters));
		}
	}

	/**
	 * Counts a failed request.
	 * @param reason the reason
	 */
	public void count(FailureReason reason) {
		Objects.requireNonNull(this.counters.get(reason)).increment();
	}

}
