package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the command line decides.
 *
 * @param timing how long and how often a load is run
 * @param forks how often a comparison of two jars starts both servers anew, at least 1
 * @param rows the titles of the workloads that are run
 * @param passes the processors of each pass over these workloads, at least one
 * @param jar the server as shipped
 * @param baseline another jar of the server, that the first is compared with
 * @param sources where the sources of the peers are
 * @param target where the pages and all that is made on the way go
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
	 * An option that the build passes on in any case, empty where it was not given.
	 */
	private static Optional<String> property(String name) {
		return Optional.ofNullable(System.getProperty(name)).filter((value) -> !value.isEmpty());
	}

	/**
	 * Where servers run and leave their output.
	 * @return a folder
	 */
	Path workFolder() {
		return this.target.resolve("benchmark");
	}

}
