package dev.couplet.benchmark;

import java.io.IOException;
import java.time.Duration;

/**
 * One side of a comparison.
 *
 * @param name as the tables show it
 * @param run puts the load on it
 */
record Contender(String name, Run run) {

	static Contender of(String name, Server server, Load load) {
		return new Contender(name, (settle, window) -> load.run(server, settle, window));
	}

	/**
	 * A load that is put on a server.
	 */
	@FunctionalInterface
	interface Run {

		/**
		 * Puts it on once.
		 * @param settle how long before it is counted
		 * @param window how long it is counted
		 * @return what was seen
		 * @throws IOException where this machine fails, or the server is gone
		 */
		Sample take(Duration settle, Duration window) throws IOException;

	}

}
