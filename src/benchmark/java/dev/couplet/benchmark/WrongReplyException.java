package dev.couplet.benchmark;

/**
 * A server answered something else than it has to.
 */
final class WrongReplyException extends Exception {

	private static final long serialVersionUID = 1;

	WrongReplyException(String message) {
		super(message);
	}

}
