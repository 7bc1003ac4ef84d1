package dev.couplet.benchmark;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/**
 * The result of one run of a load.
 *
 * @param nanoseconds the duration of the measurement
 * @param cpuMicroseconds the processor time of the server in that duration
 * @param latencies the latency of every exchange, in nanoseconds
 * @param failures the number of failures of each kind, without zeros
 */
record Sample(long nanoseconds, long cpuMicroseconds, Histogram latencies, Map<Failure, Long> failures) {

	long exchanges() {
		return this.latencies.getTotalCount();
	}

	/**
	 * Returns the exchanges per second.
	 * @return the rate
	 */
	double rate() {
		return exchanges() * (double) TimeUnit.SECONDS.toNanos(1) / this.nanoseconds;
	}

	/**
	 * Returns the server's processor time for each exchange.
	 * @return microseconds, or NaN if there was no exchange
	 */
	double cpuAnExchange() {
		return (exchanges() > 0) ? (double) this.cpuMicroseconds / exchanges() : Double.NaN;
	}

	/**
	 * Returns a percentile of the latencies.
	 * @param percentile the percentile, up to 100
	 * @return milliseconds
	 */
	double latency(double percentile) {
		return this.latencies.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
	}

	/**
	 * Returns a summary.
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
	 * Returns whether the server sent a wrong reply.
	 * @return whether the result is invalid
	 */
	boolean hasWrongReplies() {
		return this.failures.containsKey(Failure.WRONG);
	}

	/**
	 * Adds failures.
	 * @param failure the kind of failure
	 * @param count the number of failures
	 * @return a new sample
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
	 * Combines two runs into one.
	 * @param other another run of the same load
	 * @return the combined sample
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
