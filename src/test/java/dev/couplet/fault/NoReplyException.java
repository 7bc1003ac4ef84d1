package dev.couplet.fault;

import java.io.IOException;

/**
 * A connection or a stream has ended before the first byte of a reply, or visibly in it.
 */
@SuppressWarnings("serial")
final class NoReplyException extends IOException {

	NoReplyException(Throwable cause) {
		super("no reply", cause);
	}

}
