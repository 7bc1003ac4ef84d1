package dev.couplet.client;

/**
 * The reply is longer than the client's maximum.
 */
public final class TooLongReplyException extends ClientException {

	private static final long serialVersionUID = 1L;

	TooLongReplyException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
