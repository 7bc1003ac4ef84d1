package dev.couplet.client;

/**
 * A server was late: with the connection, with its reply, or with the close after it.
 */
public final class ServerTimeoutException extends ClientException {

	private static final long serialVersionUID = 1L;

	ServerTimeoutException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
