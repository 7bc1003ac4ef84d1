package dev.couplet.endpoint;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * A place where a protocol is served. An endpoint that is added to {@link Endpoints} has
 * a health component, appears in the log at startup, and is drained at shutdown.
 */
public interface Endpoint {

	/**
	 * The health of a part without which all others are served. Not {@link Status#DOWN}:
	 * the server must not be restarted or taken out of service because of it.
	 */
	Status DEGRADED = new Status("DEGRADED");

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
	 * @return up if callers are served, {@link #DEGRADED} if only others are
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
