package dev.couplet.endpoint;

import org.springframework.context.SmartLifecycle;

/**
 * The order in which parts of the server start. They stop in reverse order. Each phase
 * stops when the previous one has stopped or has exceeded
 * {@code spring.lifecycle.timeout-per-shutdown-phase}. Spring Boot starts its web server
 * between {@link #PORTS} and {@link #SERVICE}.
 */
public enum Phase {

	/**
	 * Opens the TCP ports. At shutdown, closes the connections that are still open.
	 */
	PORTS(0),

	/**
	 * Starts the transform service. At shutdown, refuses further requests, and those that
	 * still wait for other servers; others that were in flight have been answered by
	 * then.
	 */
	SERVICE(SmartLifecycle.DEFAULT_PHASE - 1536),

	/**
	 * Starts what takes requests of its own accord. At shutdown, drains the endpoints, at
	 * the same time as Spring Boot's graceful shutdown of the web server.
	 */
	DRAIN(SmartLifecycle.DEFAULT_PHASE - 1024),

	/**
	 * Announces that the server is ready. At shutdown, first withdraws that.
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
