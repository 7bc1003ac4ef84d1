package dev.couplet.client;

/**
 * The reply announces, or has, more bytes than the client takes.
 */
public final class TooLongReplyException extends ClientException {

	private static final long serialVersionUID = 1L;

	TooLongReplyException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
