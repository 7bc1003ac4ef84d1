package dev.couplet.client;

import java.io.IOException;

/**
 * A server sent no result. The message is one line with the server and the reason. It
 * contains no part of the request, and of the reply only the reason of a refusal.
 */
public abstract sealed class ClientException extends IOException
		permits UnreachableServerException, TlsException, ServerTimeoutException, RefusedException,
		TruncatedReplyException, MalformedReplyException, TooLongReplyException, TrailingDataException {

	private static final long serialVersionUID = 1L;

	ClientException(ServerAddress server, String reason) {
		super(server + " " + reason);
	}

}
