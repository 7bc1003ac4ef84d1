package dev.couplet.benchmark;

import java.io.IOException;
import java.net.ConnectException;
import java.util.EnumMap;
import java.util.Map;

import org.HdrHistogram.Histogram;

/**
 * Counts the exchanges and failures of a load. Exchanges count from the start of the
 * measurement, failures always.
 */
final class Tally {

	private static final long LONGEST_NANOSECONDS = 3_600_000_000_000L;

	private final Histogram latencies = new Histogram(LONGEST_NANOSECONDS, 3);

	private final Map<Failure, Long> failures = new EnumMap<>(Failure.class);

	/**
	 * Discards the exchanges so far.
	 */
	void beginWindow() {
		this.latencies.reset();
	}

	void exchanged(long nanoseconds) {
		this.latencies.recordValue(nanoseconds);
	}

	void failed(Failure failure) {
		this.failures.merge(failure, 1L, Long::sum);
	}

	void failed(IOException cause) {
		failed((cause instanceof ConnectException) ? Failure.REFUSED : Failure.RESET);
	}

	Histogram latencies() {
		return this.latencies;
	}

	Map<Failure, Long> failures() {
		return this.failures;
	}

}
