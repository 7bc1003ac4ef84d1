package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings from system properties.
 *
 * @param timing the duration and the number of runs of a load
 * @param forks the number of starts of both servers in a comparison of two jars, at least
 * 1
 * @param rows the titles of the workloads to run
 * @param passes the processors of each pass over these workloads, at least one
 * @param jar the server as shipped
 * @param baseline another jar of the server, to compare with
 * @param sources the directory of the sources of the peers
 * @param target the directory for reports and temporary files
 */
record Settings(Timing timing, int forks, Pattern rows, List<Processors> passes, Path jar, Optional<Path> baseline,
		Path sources, Path target) {

	Settings {
		if (forks < 1) {
			throw new IllegalArgumentException("benchmark.forks is at least 1");
		}
	}

	static Settings fromSystemProperties() throws IOException {
		Path project = Path.of(System.getProperty("benchmark.project", "")).toAbsolutePath();
		Timing timing = new Timing(Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 4)),
				Integer.getInteger("benchmark.rounds", 5));
		return new Settings(timing, Integer.getInteger("benchmark.forks", 3),
				Pattern.compile(property("benchmark.rows").orElse(".*")),
				Processors.passes(property("benchmark.processors").orElse("both")),
				project.resolve(property("benchmark.jar").orElse("target/couplet.jar")),
				property("benchmark.baseline").map(project::resolve), project.resolve("src/benchmark"),
				project.resolve("target"));
	}

	/**
	 * Reads an option that the build always passes on, empty if it is not set.
	 */
	private static Optional<String> property(String name) {
		return Optional.ofNullable(System.getProperty(name)).filter((value) -> !value.isEmpty());
	}

	/**
	 * Returns the working directory of servers, which also receives their output.
	 * @return the directory
	 */
	Path workFolder() {
		return this.target.resolve("benchmark");
	}

}
