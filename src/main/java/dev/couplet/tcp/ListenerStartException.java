package dev.couplet.tcp;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a listener cannot bind its port.
 */
public final class ListenerStartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String listener;

	private final int port;

	private final String portProperty;

	ListenerStartException(String listener, String address, int port, String portProperty, @Nullable Throwable cause) {
		super("The %s listener cannot listen on %s:%s".formatted(listener, address, port), cause);
		this.listener = listener;
		this.port = port;
		this.portProperty = portProperty;
	}

	String listener() {
		return this.listener;
	}

	int port() {
		return this.port;
	}

	String portProperty() {
		return this.portProperty;
	}

}
