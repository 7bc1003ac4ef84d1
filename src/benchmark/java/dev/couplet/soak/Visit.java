package dev.couplet.soak;

import java.io.IOException;

/**
 * What a client comes for.
 */
@FunctionalInterface
interface Visit {

	/**
	 * Comes, and goes again.
	 * @throws IOException where the client did not get what it was owed
	 * @throws InterruptedException where the soak is over
	 */
	void make() throws IOException, InterruptedException;

}
