package dev.couplet.transform;

import java.time.Duration;

/**
 * The server cannot serve this request now. A retry may succeed, here or on another
 * instance.
 */
public final class UnavailableException extends TransformException {

	private static final long serialVersionUID = 1L;

	private final Duration retryAfter;

	private UnavailableException(String reason, Duration retryAfter) {
		super(reason + "; try again in " + retryAfter.toSeconds() + " s");
		this.retryAfter = retryAfter;
	}

	/**
	 * Creates an exception for a server that is shutting down.
	 * @return the exception
	 */
	public static UnavailableException shuttingDown() {
		// the retry may reach another instance, which is already running
		return new UnavailableException("the server is shutting down", Duration.ofSeconds(1));
	}

	/**
	 * Creates an exception for a server that has too much work or too little memory.
	 * @param retryAfter the time until a retry makes sense, in whole seconds
	 * @return the exception
	 */
	public static UnavailableException overloaded(Duration retryAfter) {
		return new UnavailableException("the server is overloaded", retryAfter);
	}

	/**
	 * Returns the time until a retry makes sense.
	 * @return whole seconds, at least 1
	 */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
