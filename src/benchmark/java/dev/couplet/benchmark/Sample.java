package dev.couplet.benchmark;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/**
 * What one run of a load saw.
 *
 * @param nanoseconds how long it was counted
 * @param cpuMicroseconds what the server used of the processors in that time
 * @param latencies of every exchange, in nanoseconds
 * @param failures how many of each kind; none is absent
 */
record Sample(long nanoseconds, long cpuMicroseconds, Histogram latencies, Map<Failure, Long> failures) {

	long exchanges() {
		return this.latencies.getTotalCount();
	}

	/**
	 * Exchanges a second.
	 * @return the rate
	 */
	double rate() {
		return exchanges() * (double) TimeUnit.SECONDS.toNanos(1) / this.nanoseconds;
	}

	/**
	 * What the server used of the processors for one exchange.
	 * @return microseconds; not a number where there was no exchange
	 */
	double cpuAnExchange() {
		return (exchanges() > 0) ? (double) this.cpuMicroseconds / exchanges() : Double.NaN;
	}

	/**
	 * A latency that is not exceeded by some part of the exchanges.
	 * @param percentile which part, of 100
	 * @return milliseconds
	 */
	double latency(double percentile) {
		return this.latencies.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
	}

	/**
	 * In a few words.
	 * @return a line
	 */
	String summary() {
		return String.format(Locale.ROOT, "%,.0f/s, %.1f µs CPU, p99 %.2f ms, failures %s", rate(), cpuAnExchange(),
				latency(99), this.failures.isEmpty() ? "none" : this.failures);
	}

	long failed() {
		return this.failures.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * Tells whether the server gave a wrong reply.
	 * @return whether the figures are worth nothing
	 */
	boolean hasWrongReplies() {
		return this.failures.containsKey(Failure.WRONG);
	}

	/**
	 * The same, with failures of another origin.
	 * @param failure their kind
	 * @param count how many
	 * @return the sample
	 */
	Sample with(Failure failure, long count) {
		Map<Failure, Long> more = new EnumMap<>(Failure.class);
		more.putAll(this.failures);
		if (count > 0) {
			more.merge(failure, count, Long::sum);
		}
		return new Sample(this.nanoseconds, this.cpuMicroseconds, this.latencies, more);
	}

	/**
	 * Both in one, as if it had been one run.
	 * @param other another run of the same
	 * @return the sum
	 */
	Sample plus(Sample other) {
		Histogram both = this.latencies.copy();
		both.add(other.latencies);
		Map<Failure, Long> failed = new EnumMap<>(Failure.class);
		failed.putAll(this.failures);
		other.failures.forEach((failure, count) -> failed.merge(failure, count, Long::sum));
		return new Sample(this.nanoseconds + other.nanoseconds, this.cpuMicroseconds + other.cpuMicroseconds, both,
				failed);
	}

}
