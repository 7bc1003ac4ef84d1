package dev.couplet.client;

import java.io.IOException;

/**
 * A server gave no answer, or one that is not to be trusted. The message is one line that
 * says where and why, and holds nothing of what was sent or received.
 */
public abstract sealed class ClientException extends IOException
		permits UnreachableServerException, TlsException, ServerTimeoutException, RefusedException, CutReplyException,
		MalformedReplyException, TooLongReplyException, SurplusReplyException {

	private static final long serialVersionUID = 1L;

	ClientException(ServerAddress server, String reason) {
		super(server + " " + reason);
	}

}
