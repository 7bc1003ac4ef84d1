package dev.couplet.netstring;

/**
 * A netstring's announced length exceeds the maximum. Nothing after the digit that
 * exceeds it has been read.
 */
public final class NetstringTooLongException extends MalformedNetstringException {

	private static final long serialVersionUID = 1L;

	NetstringTooLongException(String message) {
		super(message);
	}

}
