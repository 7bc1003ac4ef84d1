package dev.couplet.netstring;

import java.net.ProtocolException;

/**
 * Bytes that are no netstring. The message holds none of them.
 */
public sealed class MalformedNetstringException extends ProtocolException permits NetstringTooLongException {

	private static final long serialVersionUID = 1L;

	MalformedNetstringException(String message) {
		super(message);
	}

}
