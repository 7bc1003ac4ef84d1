package dev.couplet.benchmark;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the command line decides.
 *
 * @param window how long a single run is counted. At most 40 seconds: the server closes
 * what is idle for 60
 * @param rounds how often each of two servers has its turn, at least 1
 * @param jar the server as shipped
 * @param sources where the scripts of the peers are
 * @param target where the pages and all that is made on the way go
 */
record Settings(Duration window, int rounds, Path jar, Path sources, Path target) {

	private static final int MOST_SECONDS = 40;

	Settings {
		if (!window.isPositive() || window.toSeconds() > MOST_SECONDS || rounds < 1) {
			throw new IllegalArgumentException(
					"benchmark.seconds is from 1 to " + MOST_SECONDS + ", benchmark.rounds at least 1");
		}
	}

	static Settings fromSystemProperties() {
		Path project = Path.of(System.getProperty("benchmark.project", "")).toAbsolutePath();
		return new Settings(Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 4)),
				Integer.getInteger("benchmark.rounds", 5), project.resolve("target/couplet.jar"),
				project.resolve("src/benchmark"), project.resolve("target"));
	}

	/**
	 * How long a load runs before it is counted.
	 * @return a quarter of the window
	 */
	Duration settle() {
		return this.window.dividedBy(4);
	}

	/**
	 * For a single run of the growth, which is a run and no comparison.
	 * @return the same rounds, half as long
	 */
	Settings halved() {
		return new Settings(this.window.dividedBy(2), this.rounds, this.jar, this.sources, this.target);
	}

	/**
	 * Where servers run and leave their output.
	 * @return a folder
	 */
	Path workFolder() {
		return this.target.resolve("benchmark");
	}

}
