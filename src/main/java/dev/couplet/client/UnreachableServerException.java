package dev.couplet.client;

/**
 * No connection: nobody listens there, no host has that name, or there is no way to it.
 */
public final class UnreachableServerException extends ClientException {

	private static final long serialVersionUID = 1L;

	UnreachableServerException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
