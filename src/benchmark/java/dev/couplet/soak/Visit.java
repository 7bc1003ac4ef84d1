package dev.couplet.soak;

import java.io.IOException;

/**
 * One visit of a client.
 */
@FunctionalInterface
interface Visit {

	/**
	 * Runs the visit.
	 * @throws IOException if the server did not behave as expected
	 * @throws InterruptedException if the soak test has ended
	 */
	void make() throws IOException, InterruptedException;

}
