package dev.couplet.client;

/**
 * No agreement on TLS: the server's certificate is not to be trusted, or it does not
 * trust ours, or it does not speak TLS at all.
 */
public final class TlsException extends ClientException {

	private static final long serialVersionUID = 1L;

	TlsException(ServerAddress server, String reason) {
		super(server, "cannot be spoken to over TLS: " + reason);
	}

}
