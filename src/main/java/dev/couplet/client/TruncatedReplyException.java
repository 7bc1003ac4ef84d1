package dev.couplet.client;

/**
 * The connection ended before the end of the reply. The partial reply is discarded,
 * because a truncated text is not a valid result.
 */
public final class TruncatedReplyException extends ClientException {

	private static final long serialVersionUID = 1L;

	TruncatedReplyException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
