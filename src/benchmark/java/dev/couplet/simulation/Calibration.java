package dev.couplet.simulation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was measured with real instances, kept in a file, so that the simulation gives the
 * same results everywhere.
 *
 * @param measured where and when it was measured
 * @param start from the start of a process until it is ready, in seconds
 * @param times the times of each kind of request by its name
 * @param steps the runs with which the simulation is compared
 */
record Calibration(String measured, double start, Map<String, Times> times, List<Step> steps) {

	/**
	 * The committed file, in the project directory.
	 */
	static final Path FILE = Path.of("src/benchmark/calibration.properties");

	private static final String HEADER = """
			# Measured with real instances by dev.couplet.simulation.Calibrator, and read by the simulation:
			# ./mvnw -Pbenchmark verify -Dbenchmark.program=dev.couplet.simulation.Calibrator
			# Times are in seconds. <kind>.receiving is the processor time of a request outside of the workers, <kind>.working
			# equally likely times on a worker. A step has the number of instances, the requests a second that were sent, for
			# how many seconds, and the processors that other programs used meanwhile, the load generator included; then what
			# callers saw: p50 and p99 of expensive and of cheap requests, replies a second, and the part that was refused.
			""";

	/**
	 * Reads a file.
	 * @param file the file
	 * @return the calibration
	 * @throws IOException if it cannot be read
	 */
	static Calibration read(Path file) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		Map<String, Times> times = Workload.NAMES.stream()
			.collect(Collectors.toMap((name) -> name,
					(name) -> new Times(numbers(properties, name + ".receiving").getFirst(),
							numbers(properties, name + ".working"))));
		int count = Integer.parseInt(properties.getProperty("steps"));
		List<Step> steps = IntStream.range(0, count)
			.mapToObj((index) -> Step.of(numbers(properties, "step." + index)))
			.toList();
		return new Calibration(properties.getProperty("measured"), numbers(properties, "start").getFirst(), times,
				steps);
	}

	private static List<Double> numbers(Properties properties, String key) {
		return Arrays.stream(properties.getProperty(key, "").split(",", -1))
			.filter((number) -> !number.isBlank())
			.map((number) -> Double.valueOf(number.strip()))
			.toList();
	}

	/**
	 * Writes the file.
	 * @param file the file
	 * @throws IOException if it cannot be written
	 */
	void write(Path file) throws IOException {
		StringBuilder text = new StringBuilder(HEADER);
		text.append("measured = ").append(this.measured).append('\n');
		text.append("start = ").append(text(List.of(this.start))).append('\n');
		for (String name : Workload.NAMES) {
			Times own = this.times.getOrDefault(name, Times.NONE);
			text.append(name).append(".receiving = ").append(text(List.of(own.receiving()))).append('\n');
			text.append(name).append(".working = ").append(text(own.working())).append('\n');
		}
		text.append("steps = ").append(this.steps.size()).append('\n');
		for (int i = 0; i < this.steps.size(); i++) {
			text.append("step.").append(i).append(" = ").append(text(this.steps.get(i).numbers())).append('\n');
		}
		Files.writeString(file, text);
	}

	private static String text(List<Double> numbers) {
		return numbers.stream()
			.map((number) -> String.format(Locale.ROOT, "%.6f", number).replaceAll("\\.?0+$", ""))
			.collect(Collectors.joining(", "));
	}

	/**
	 * The times of a kind of request.
	 *
	 * @param receiving the processor time outside of the workers
	 * @param working equally likely times on a worker; empty if it is cheap
	 */
	record Times(double receiving, List<Double> working) {

		static final Times NONE = new Times(0, List.of());

	}

	/**
	 * A run at one rate.
	 *
	 * @param instances the number of instances
	 * @param rate the requests a second that were sent
	 * @param seconds for how long
	 * @param background the processors that other programs used
	 * @param seen what callers saw
	 */
	record Step(int instances, double rate, double seconds, double background, Seen seen) {

		static Step of(List<Double> numbers) {
			Seen seen = new Seen(numbers.get(4), numbers.get(5), numbers.get(6), numbers.get(7), numbers.get(8),
					numbers.get(9));
			return new Step(numbers.get(0).intValue(), numbers.get(1), numbers.get(2), numbers.get(3), seen);
		}

		List<Double> numbers() {
			return List.of((double) this.instances, this.rate, this.seconds, this.background,
					this.seen.expensiveMedian(), this.seen.expensiveTail(), this.seen.cheapMedian(),
					this.seen.cheapTail(), this.seen.replies(), this.seen.refused());
		}

	}

	/**
	 * What callers saw.
	 *
	 * @param expensiveMedian p50 of the expensive requests that were served, in seconds
	 * @param expensiveTail p99 of them
	 * @param cheapMedian p50 of the cheap requests that were served, in seconds
	 * @param cheapTail p99 of them
	 * @param replies results a second, while requests were sent
	 * @param refused the part of all requests that was refused
	 */
	record Seen(double expensiveMedian, double expensiveTail, double cheapMedian, double cheapTail, double replies,
			double refused) {

	}

}
