package dev.couplet.transform;

import java.time.Duration;

/**
 * A request would take more processor time than a request may.
 */
public final class TooExpensiveException extends TransformException {

	private static final long serialVersionUID = 1L;

	TooExpensiveException(int step, String transform, Duration most) {
		super("with step " + step + ", " + shown(transform) + ", the request would go over the limit of "
				+ most.toMillis() + " ms of processor time; send less text or fewer steps at a time");
	}

}
