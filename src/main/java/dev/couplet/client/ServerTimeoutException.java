package dev.couplet.client;

/**
 * A timeout expired: for the connection, for the reply, or for the close after it.
 */
public final class ServerTimeoutException extends ClientException {

	private static final long serialVersionUID = 1L;

	ServerTimeoutException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
