package dev.couplet.client;

/**
 * The server closed the connection without a byte of a reply, which is how it refuses a
 * recipe or a text, or does not serve at the moment. It has no other way to say so.
 */
public final class RefusedException extends ClientException {

	private static final long serialVersionUID = 1L;

	RefusedException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
