package dev.couplet.endpoint;

import org.springframework.context.SmartLifecycle;

/**
 * The order in which parts of the server start. They stop in the opposite order, each
 * phase when the one before has ended or has used up
 * {@code spring.lifecycle.timeout-per-shutdown-phase}. Spring Boot starts its web server
 * between {@link #PORTS} and {@link #SERVICE}.
 */
public enum Phase {

	/**
	 * Opens the raw ports. On the way down, closes the connections that are still open.
	 */
	PORTS(0),

	/**
	 * Starts the transform service. On the way down, requests are refused from here on:
	 * those that had begun have been answered by then.
	 */
	SERVICE(SmartLifecycle.DEFAULT_PHASE - 1536),

	/**
	 * Does nothing at the start. On the way down, drains every endpoint, at the same time
	 * as Spring Boot's graceful shutdown of the web server.
	 */
	DRAIN(SmartLifecycle.DEFAULT_PHASE - 1024),

	/**
	 * Announces that the server is ready. On the way down, withdraws that first.
	 */
	READY(SmartLifecycle.DEFAULT_PHASE);

	private final int value;

	Phase(int value) {
		this.value = value;
	}

	int value() {
		return this.value;
	}

}
