package dev.couplet.netstring;

/**
 * A netstring announces more than the codec reads. Nothing behind the digit that shows it
 * has been read.
 */
public final class NetstringTooLongException extends MalformedNetstringException {

	private static final long serialVersionUID = 1L;

	NetstringTooLongException(String message) {
		super(message);
	}

}
