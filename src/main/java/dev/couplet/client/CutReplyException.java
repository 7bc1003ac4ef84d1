package dev.couplet.client;

/**
 * The connection ended within the reply. What came before is not given: a part of a text
 * is not a text.
 */
public final class CutReplyException extends ClientException {

	private static final long serialVersionUID = 1L;

	CutReplyException(ServerAddress server, String reason) {
		super(server, reason);
	}

}
