package dev.couplet.netstring;

import java.net.ProtocolException;

/**
 * The input is not a netstring. The message contains none of it.
 */
public sealed class MalformedNetstringException extends ProtocolException permits NetstringTooLongException {

	private static final long serialVersionUID = 1L;

	MalformedNetstringException(String message) {
		super(message);
	}

}
