package dev.couplet.client;

/**
 * The reply was followed by more bytes, so that it cannot have been meant as the reply.
 */
public final class SurplusReplyException extends ClientException {

	private static final long serialVersionUID = 1L;

	SurplusReplyException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
