package dev.couplet.endpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import dev.couplet.transform.TransformException;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one protocol's texts: their number and time by transform and outcome
 * ({@code couplet.transforms}), their latencies, and those that failed, by reason.
 * Nothing that a caller sends becomes a tag: a transform is one of the catalogue, or
 * {@code UNKNOWN}.
 */
final class TransformMeters {

	/**
	 * Stands for the transform where the recipe was refused. No transform can have this
	 * name.
	 */
	private static final String UNKNOWN = "UNKNOWN";

	private static final String SUCCESS = "success";

	private final String protocol;

	private final MeterRegistry meters;

	private final LatencyHistogram latencies;

	private final FailedRequests failed;

	// these also keep the meters alive, to which the registry has weak references only
	private final Map<String, TransformTimes> successes = new ConcurrentHashMap<>();

	private final Map<Tags, TransformTimes> failures = new ConcurrentHashMap<>();

	TransformMeters(String protocol, MeterRegistry meters, LatencyHistogram latencies) {
		this.protocol = protocol;
		this.meters = meters;
		this.latencies = latencies;
		this.failed = new FailedRequests(protocol, meters);
	}

	/**
	 * Counts a text that came to the transforms.
	 * @param transform the transform's name, or what stands for it
	 * @param error why there is no result, or null
	 * @param nanoseconds from the begin of the transformation to its end
	 */
	void ended(String transform, @Nullable TransformException error, long nanoseconds) {
		this.latencies.record(nanoseconds);
		TransformTimes times = (error != null) ? failures(transform, error) : successes(transform);
		times.add(nanoseconds);
	}

	/**
	 * Counts a text whose recipe was refused.
	 * @param error why
	 */
	void refused(TransformException error) {
		failures(UNKNOWN, error).add(0);
	}

	/**
	 * Counts a request that has no result.
	 * @param error why
	 */
	void failed(TransformException error) {
		this.failed.count(FailureReason.of(error));
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
	 * The tags by which the times of a protocol differ.
	 *
	 * @param transform the transform's name, or what stands for it
	 * @param outcome {@code success}, or the reason of the failure
	 */
	private record Tags(String transform, String outcome) {

	}

}
