package dev.couplet.tcp;

import java.io.Serial;
import java.util.Map;

import org.springframework.integration.ip.IpHeaders;
import org.springframework.messaging.MessageHeaders;

/**
 * Message headers without an id and a timestamp, so that all messages of a connection can
 * share them.
 */
final class LeanHeaders extends MessageHeaders {

	/**
	 * For replies, which are sent on the thread of their request.
	 */
	static final LeanHeaders NONE = new LeanHeaders(Map.of());

	@Serial
	private static final long serialVersionUID = 1L;

	private static final long NO_TIMESTAMP = -1;

	private LeanHeaders(Map<String, Object> headers) {
		super(headers, ID_VALUE_NONE, NO_TIMESTAMP);
	}

	/**
	 * Creates the headers for the requests of a connection.
	 * @param connectionId the connection's id
	 * @return the headers
	 */
	static LeanHeaders ofConnection(String connectionId) {
		return new LeanHeaders(Map.of(IpHeaders.CONNECTION_ID, connectionId));
	}

}
