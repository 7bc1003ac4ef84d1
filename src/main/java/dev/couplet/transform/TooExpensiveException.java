package dev.couplet.transform;

import java.time.Duration;

/**
 * A request would exceed the limit of processor time for one request.
 */
public final class TooExpensiveException extends TransformException {

	private static final long serialVersionUID = 1L;

	TooExpensiveException(String place, Duration max) {
		super("at " + place + ", the request would exceed the limit of " + max.toMillis()
				+ " ms of processor time; send less text or fewer steps per request");
	}

}
