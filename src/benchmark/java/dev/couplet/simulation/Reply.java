package dev.couplet.simulation;

/**
 * Told the end of a request, once.
 */
@FunctionalInterface
interface Reply {

	/**
	 * Called at the end.
	 * @param served false if the request was refused
	 */
	void ended(boolean served);

}
