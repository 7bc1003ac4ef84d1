package dev.couplet.tcp;

import java.net.ProtocolException;

/**
 * Thrown if a frame exceeds the maximum length of a request. Its content has not been
 * read.
 */
public final class FrameTooLargeException extends ProtocolException {

	private static final long serialVersionUID = 1L;

	public FrameTooLargeException() {
		super("a frame exceeds the maximum length of a request");
	}

}
