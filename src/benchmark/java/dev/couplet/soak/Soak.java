package dev.couplet.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs the soak, and writes {@code target/soak.md} and {@code target/soak.svg}. Options
 * are system properties: {@code soak.minutes}; {@code soak.server}, additional options of
 * the server; {@code benchmark.project}, the project directory.
 */
public final class Soak {

	private static final PrintStream OUTPUT = System.out;

	private static final int SAMPLES = 60;

	private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(2);

	private static final Path TARGET = Path.of(System.getProperty("benchmark.project", ""), "target").toAbsolutePath();

	private Soak() {
	}

	/**
	 * Runs the soak test.
	 * @param arguments none
	 * @throws Exception if the server does not start or ends, a metric drifts, or a
	 * client fails
	 */
	public static void main(String[] arguments) throws Exception {
		// the same number format on every machine
		Locale.setDefault(Locale.ROOT);
		Duration length = Duration
			.ofSeconds(Math.round(60 * Double.parseDouble(System.getProperty("soak.minutes", "15"))));
		List<String> options = Stream.of(System.getProperty("soak.server", "").split(" ", -1))
			.filter((option) -> !option.isEmpty())
			.toList();
		Latencies latencies = new Latencies();
		List<Sample> samples;
		Tally tally = new Tally();
		try (SoakServer server = SoakServer.start(TARGET, options); Crowd crowd = new Crowd(tally)) {
			crowd.enter(server, latencies);
			samples = sample(server, latencies, tally, length);
		}
		SoakReport report = new SoakReport(length, samples, tally);
		Files.writeString(TARGET.resolve("soak.md"), report.text());
		Files.writeString(TARGET.resolve("soak.svg"), SoakPlot.of(samples));
		OUTPUT.println(report.text());
		if (!report.faults().isEmpty()) {
			throw new IllegalStateException(String.join("\n", report.faults()));
		}
	}

	private static List<Sample> sample(SoakServer server, Latencies latencies, Tally tally, Duration length)
			throws IOException, InterruptedException {
		Duration interval = length.dividedBy(SAMPLES);
		interval = (interval.compareTo(SHORTEST_INTERVAL) < 0) ? SHORTEST_INTERVAL : interval;
		List<Sample> samples = new ArrayList<>();
		long start = System.nanoTime();
		while (System.nanoTime() - start < length.toNanos()) {
			latencies.drain();
			Thread.sleep(interval);
			Sample sample = server.sample(Duration.ofNanos(System.nanoTime() - start), latencies.drain());
			samples.add(sample);
			OUTPUT.printf("%s  %s%n", sample, tally);
		}
		return samples;
	}

}
