package dev.couplet.client;

/**
 * The reply was followed by more data, so it cannot be trusted.
 */
public final class TrailingDataException extends ClientException {

	private static final long serialVersionUID = 1L;

	TrailingDataException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
