package dev.couplet.endpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import dev.couplet.transform.TransformException;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one protocol: the number and duration of transformations by transform
 * and outcome ({@code couplet.transforms}), the latencies, and the failed requests by
 * reason. Nothing that a client sends becomes a tag: the transform is one of the
 * catalogue, or {@code UNKNOWN}.
 */
final class TransformMeters {

	/**
	 * The name for recipes that are not run. It is not a valid transform name.
	 */
	private static final String UNKNOWN = "UNKNOWN";

	/**
	 * The name of a guess instead of a recipe. It is not a valid transform name.
	 */
	static final String GUESS = "GUESS";

	private static final String SUCCESS = "success";

	private final String protocol;

	private final MeterRegistry meters;

	private final LatencyHistogram latencies;

	private final FailedRequests failed;

	// also keeps the times reachable, which the registry references only weakly
	private final Map<String, TransformTimes> successes = new ConcurrentHashMap<>();

	private final Map<Tags, TransformTimes> failures = new ConcurrentHashMap<>();

	TransformMeters(String protocol, MeterRegistry meters, LatencyHistogram latencies) {
		this.protocol = protocol;
		this.meters = meters;
		this.latencies = latencies;
		this.failed = new FailedRequests(protocol, meters);
	}

	/**
	 * Counts a text whose recipe is valid.
	 * @param transform the name of the recipe for metrics
	 * @param error the error, or null on success
	 * @param nanoseconds the duration of the transformation
	 */
	void ended(String transform, @Nullable TransformException error, long nanoseconds) {
		this.latencies.record(nanoseconds);
		TransformTimes times = (error != null) ? failures(transform, error) : successes(transform);
		times.add(nanoseconds);
	}

	/**
	 * Counts a recipe that is not run, because it is invalid or the server is shutting
	 * down.
	 * @param error the error
	 */
	void refused(TransformException error) {
		failures(UNKNOWN, error).add(0);
	}

	/**
	 * Counts a failed request.
	 * @param error the error
	 */
	void failed(TransformException error) {
		this.failed.count(FailureReason.of(error));
	}

	/**
	 * Counts a request that is not a valid one of the protocol.
	 */
	void malformed() {
		this.failed.count(FailureReason.MALFORMED_REQUEST);
	}

	/**
	 * Counts a request that the server failed to answer.
	 */
	void serverFailed() {
		this.failed.count(FailureReason.SERVER_FAILED);
	}

	private TransformTimes successes(String transform) {
		TransformTimes known = this.successes.get(transform);
		return (known != null) ? known
				: this.successes.computeIfAbsent(transform, (name) -> register(new Tags(name, SUCCESS)));
	}

	private TransformTimes failures(String transform, TransformException error) {
		return this.failures.computeIfAbsent(new Tags(transform, FailureReason.of(error).word()), this::register);
	}

	private TransformTimes register(Tags tags) {
		TransformTimes times = new TransformTimes();
		FunctionTimer
			.builder("couplet.transforms", times, TransformTimes::count, TransformTimes::nanoseconds,
					TimeUnit.NANOSECONDS)
			.description("Texts that were to be transformed")
			.tag("protocol", this.protocol)
			.tag("transform", tags.transform())
			.tag("outcome", tags.outcome())
			.register(this.meters);
		return times;
	}

	/**
	 * The tags of a timer.
	 *
	 * @param transform the name of the recipe for metrics
	 * @param outcome {@code success}, or the reason of the failure
	 */
	private record Tags(String transform, String outcome) {

	}

}
