package dev.couplet.client;

/**
 * TLS could not be established: the server's certificate is not trusted, the server
 * rejected the client's certificate, or it does not use TLS.
 */
public final class TlsException extends ClientException {

	private static final long serialVersionUID = 1L;

	TlsException(ServerAddress server, String reason) {
		super(server, "cannot be reached over TLS: " + reason);
	}

}
