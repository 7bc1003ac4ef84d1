package dev.couplet.benchmark;

/**
 * Thrown if a server sends a wrong reply.
 */
final class WrongReplyException extends Exception {

	private static final long serialVersionUID = 1;

	WrongReplyException(String message) {
		super(message);
	}

}
