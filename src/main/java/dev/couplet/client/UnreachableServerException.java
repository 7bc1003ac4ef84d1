package dev.couplet.client;

/**
 * The server cannot be reached: connection refused, unknown host, or no route to the
 * host.
 */
public final class UnreachableServerException extends ClientException {

	private static final long serialVersionUID = 1L;

	UnreachableServerException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
