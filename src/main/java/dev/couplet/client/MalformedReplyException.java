package dev.couplet.client;

/**
 * The reply does not follow the protocol, or its text is not well-formed UTF-8.
 */
public final class MalformedReplyException extends ClientException {

	private static final long serialVersionUID = 1L;

	MalformedReplyException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
