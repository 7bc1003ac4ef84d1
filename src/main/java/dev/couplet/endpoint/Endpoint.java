package dev.couplet.endpoint;

import org.springframework.boot.health.contributor.Health;

/**
 * A place where a protocol is served. An endpoint that is added to {@link Endpoints} has
 * a health component, appears in the log at startup, and is drained at shutdown.
 */
public interface Endpoint {

	/**
	 * Returns the name of the endpoint in health, metrics and the log. It is the name of
	 * the protocol if that has only one endpoint.
	 * @return lower-case letters, digits and hyphens
	 */
	String name();

	/**
	 * Returns where it serves, for the log.
	 * @return what follows the name, for example {@code on 127.0.0.1:11000}
	 */
	String place();

	/**
	 * Returns its health.
	 * @return up if callers are served
	 */
	Health health();

	/**
	 * Starts to drain: accepts nothing new, and answers requests in flight. Returns
	 * immediately. Called when a graceful shutdown begins.
	 */
	void beginDrain();

	/**
	 * Waits until the drain is complete. The caller sets the timeout.
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	void awaitDrain() throws InterruptedException;

}
