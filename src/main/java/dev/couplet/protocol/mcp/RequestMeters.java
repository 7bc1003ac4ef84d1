package dev.couplet.protocol.mcp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.couplet.endpoint.FailureReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of requests: their number by method and outcome
 * ({@code couplet.mcp.requests}).
 */
final class RequestMeters {

	private final MeterRegistry meters;

	private final Map<Tags, Counter> counters = new ConcurrentHashMap<>();

	RequestMeters(MeterRegistry meters) {
		this.meters = meters;
	}

	/**
	 * Counts a request.
	 * @param method the method, which is not that of a client unless it is a known one
	 * @param failure why it failed, or null if it succeeded
	 */
	void count(String method, @Nullable FailureReason failure) {
		this.counters.computeIfAbsent(new Tags(method, (failure != null) ? failure.word() : "success"), this::register)
			.increment();
	}

	private Counter register(Tags tags) {
		return Counter.builder("couplet.mcp.requests")
			.description("Requests that have been answered")
			.tag("method", tags.method())
			.tag("outcome", tags.outcome())
			.register(this.meters);
	}

	/**
	 * The tags of a counter.
	 *
	 * @param method the method
	 * @param outcome {@code success}, or the reason of the failure
	 */
	private record Tags(String method, String outcome) {

	}

}
