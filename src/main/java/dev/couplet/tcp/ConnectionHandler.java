package dev.couplet.tcp;

import java.io.IOException;

/**
 * What a protocol does with a connection, from the accept to the close.
 */
@FunctionalInterface
public interface ConnectionHandler {

	/**
	 * Serves a connection, on a virtual thread of its own. The listener closes it
	 * afterwards, whatever happened.
	 * @param connection the connection
	 * @throws IOException where the client left or broke the protocol, which is the
	 * client's own affair
	 */
	void serve(Connection connection) throws IOException;

}
