package dev.couplet.endpoint;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import dev.couplet.transform.TransformException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts a listener's requests that got no result, by reason, in
 * {@code couplet.requests.failed}. Every reason is there from the start, so that the
 * first failure shows as a rise.
 */
public final class FailedRequests {

	private final Map<FailureReason, Counter> counters = new EnumMap<>(FailureReason.class);

	/**
	 * Makes the counters, all at 0.
	 * @param listener the name of the listener
	 * @param meters where they are registered
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
	 * Counts a request whose text was not transformed.
	 * @param error why
	 */
	public void count(TransformException error) {
		count(FailureReason.of(error));
	}

	/**
	 * Counts a request.
	 * @param reason why it got no result
	 */
	public void count(FailureReason reason) {
		Objects.requireNonNull(this.counters.get(reason)).increment();
	}

}
