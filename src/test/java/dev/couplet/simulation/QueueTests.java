package dev.couplet.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Tests queues against the formulas of queueing theory, with exponential service times of
 * one second on average.
 */
@Execution(ExecutionMode.CONCURRENT)
class QueueTests {

	private static final double SECONDS = 200_000;

	@ParameterizedTest(name = "{1} threads, each with a processor, load {0}")
	@CsvSource({ "0.5, 1", "0.8, 1", "0.6, 2", "0.8, 4" })
	void threadsWithAQueueWaitAsErlangSaid(double load, int count) {
		Timeline timeline = new Timeline();
		Threads threads = new Threads(new Processors(timeline, count), count);
		Latencies latencies = measure(timeline, load * count, threads::execute);
		assertThat(latencies.mean()).isCloseTo(1 + waiting(load, count), withinPercentage(5));
	}

	@Test
	void aThreadServesOneAfterTheOther() {
		Timeline timeline = new Timeline();
		Threads threads = new Threads(new Processors(timeline, 2), 1);
		Latencies latencies = new Latencies();
		threads.execute(1, () -> latencies.add(timeline.now()));
		threads.execute(1, () -> latencies.add(timeline.now()));
		timeline.runUntil(10);
		assertThat(latencies.percentile(0)).isEqualTo(1);
		assertThat(latencies.percentile(100)).isEqualTo(2);
	}

	@ParameterizedTest(name = "{1} shared processors, load {0}")
	@CsvSource({ "0.5, 1", "0.8, 1", "0.8, 2" })
	void sharedProcessorsTakeAsLongAsAQueueOnAverage(double load, int count) {
		Timeline timeline = new Timeline();
		Processors processors = new Processors(timeline, count);
		Latencies latencies = measure(timeline, load * count, processors::run);
		assertThat(latencies.mean()).isCloseTo(1 + waiting(load, count), withinPercentage(5));
		assertThat(processors.used()).isCloseTo(load * count * SECONDS, withinPercentage(2));
	}

	@ParameterizedTest(name = "{1} workers, load {0}")
	@CsvSource({ "0.3, 1", "0.5, 1", "0.6, 2" })
	void workersWaitAsErlangSaidWhereNoneIsRefused(double load, int count) {
		// times of a thousandth, so that nobody waits for seconds
		Timeline timeline = new Timeline();
		InstanceLimits limits = new InstanceLimits(count + 1, 1, 1000);
		Workers workers = new Workers(timeline, new Processors(timeline, count), limits);
		long[] number = new long[1];
		Latencies latencies = measure(timeline, load * count, (seconds, done) -> workers.execute(
				new ExpensiveRequest(number[0]++, List.of(0.001), seconds / 1000, (served) -> timeline.after(0, done))),
				1000);
		assertThat(1000 * latencies.mean()).isCloseTo(1 + waiting(load, count), withinPercentage(5));
	}

	private static Latencies measure(Timeline timeline, double rate, Station station) {
		return measure(timeline, rate, station, 1);
	}

	private static Latencies measure(Timeline timeline, double rate, Station station, double speed) {
		RandomGenerator random = Arrivals.random(7);
		Latencies latencies = new Latencies();
		RequestKind kind = new RequestKind("any", RequestKind.Protocol.NETSTRING, "trim", 1, List.of(1.0), 0,
				(source) -> -StrictMath.log(1 - source.nextDouble()));
		double seconds = SECONDS / speed;
		new Arrivals(new Trace.Constant(speed * rate, seconds), List.of(new Arrivals.Share(kind, 1)), random.nextLong())
			.start(timeline,
					(arrival) -> station.execute(arrival.work(), () -> latencies.add(timeline.now() - arrival.time())));
		timeline.runUntil(2 * seconds);
		return latencies;
	}

	/**
	 * Returns the mean time in the queue of M/M/c by Erlang's formula C.
	 */
	private static double waiting(double load, int count) {
		double offered = load * count;
		double term = 1;
		double sum = 0;
		for (int k = 0; k < count; k++) {
			sum += term;
			term *= offered / (k + 1);
		}
		double wait = term / (1 - load);
		return wait / (sum + wait) / (count - offered);
	}

	/**
	 * Something that takes work.
	 */
	@FunctionalInterface
	private interface Station {

		void execute(double seconds, Runnable done);

	}

}
