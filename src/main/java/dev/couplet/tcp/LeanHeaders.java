package dev.couplet.tcp;

import java.io.Serial;
import java.util.Map;

import org.springframework.integration.ip.IpHeaders;
import org.springframework.messaging.MessageHeaders;

/**
 * Headers without the id and the timestamp that nobody here reads, so that all messages
 * of a connection can share them.
 */
final class LeanHeaders extends MessageHeaders {

	/**
	 * For replies, which go back on the thread of their request.
	 */
	static final LeanHeaders NONE = new LeanHeaders(Map.of());

	@Serial
	private static final long serialVersionUID = 1L;

	private static final long NO_TIMESTAMP = -1;

	private LeanHeaders(Map<String, Object> headers) {
		super(headers, ID_VALUE_NONE, NO_TIMESTAMP);
	}

	/**
	 * For the requests of a connection: all that the gateway asks for.
	 * @param connectionId the connection's id
	 * @return the headers
	 */
	static LeanHeaders ofConnection(String connectionId) {
		return new LeanHeaders(Map.of(IpHeaders.CONNECTION_ID, connectionId));
	}

}
