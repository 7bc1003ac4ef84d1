package dev.couplet.tcp;

import java.io.IOException;
import java.io.Serial;

/**
 * Serving can only go on when the client has sent or taken more, or on a thread that may
 * wait. A signal and no failure, so it is made once and has no trace.
 */
final class WouldBlockException extends IOException {

	@SuppressWarnings("StaticAssignmentOfThrowable") // it has neither a trace nor a cause
	static final WouldBlockException INSTANCE = new WouldBlockException();

	@Serial
	private static final long serialVersionUID = 1L;

	private WouldBlockException() {
		super("the client is not ready");
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
