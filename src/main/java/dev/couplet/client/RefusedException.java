package dev.couplet.client;

/**
 * The server closed the connection without a reply. That is how it refuses a recipe or a
 * text, and how it reports that it cannot serve; the protocol has no error reply.
 */
public final class RefusedException extends ClientException {

	private static final long serialVersionUID = 1L;

	RefusedException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
