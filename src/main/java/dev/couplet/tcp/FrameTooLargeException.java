package dev.couplet.tcp;

import java.net.ProtocolException;

/**
 * A frame announces more than a request may have. Its body has not been read.
 */
public final class FrameTooLargeException extends ProtocolException {

	private static final long serialVersionUID = 1L;

	public FrameTooLargeException() {
		super("a frame announces more than a request may have");
	}

}
