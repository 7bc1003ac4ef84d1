package dev.couplet.benchmark;

import java.io.IOException;
import java.time.Duration;

/**
 * One side of a comparison.
 *
 * @param name the name in tables
 * @param run runs the load
 */
record Contender(String name, Run run) {

	static Contender of(String name, Server server, Load load) {
		return new Contender(name, (settle, window) -> load.run(server, settle, window));
	}

	/**
	 * Runs a load on a server.
	 */
	@FunctionalInterface
	interface Run {

		/**
		 * Runs the load once.
		 * @param settle the time before the measurement
		 * @param window the duration of the measurement
		 * @return the sample
		 * @throws IOException on an I/O error, or if the server has ended
		 */
		Sample take(Duration settle, Duration window) throws IOException;

	}

}
