package dev.couplet.transform;

import java.time.Duration;

/**
 * The server cannot serve this request now, but may well do so later, here or on another
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
	 * The server is about to end.
	 * @return a new exception
	 */
	static UnavailableException shuttingDown() {
		// it may well be another instance that answers the next time, and that one is
		// there already
		return new UnavailableException("the server is shutting down", Duration.ofSeconds(1));
	}

	/**
	 * More expensive requests wait than the server can serve in good time.
	 * @param retryAfter when there may be room again, in whole seconds
	 * @return a new exception
	 */
	public static UnavailableException overloaded(Duration retryAfter) {
		return new UnavailableException("the server is overloaded", retryAfter);
	}

	/**
	 * When it is worth to ask again.
	 * @return whole seconds, at least 1
	 */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
