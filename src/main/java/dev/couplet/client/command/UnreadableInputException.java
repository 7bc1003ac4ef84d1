package dev.couplet.client.command;

import java.io.IOException;

/**
 * A file or standard input cannot be read. The message names it and gives the reason.
 */
final class UnreadableInputException extends IOException {

	private static final long serialVersionUID = 1L;

	UnreadableInputException(String message, IOException cause) {
		super(message, cause);
	}

}
