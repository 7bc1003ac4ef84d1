package dev.couplet.tcp;

import java.io.IOException;

/**
 * What a protocol does with connections.
 */
@FunctionalInterface
public interface ConnectionHandler {

	/**
	 * Takes a connection on. Reads and writes nothing yet.
	 * @param connection the connection
	 * @return what is served on it
	 */
	Session open(Connection connection);

	/**
	 * What is served on one connection.
	 */
	@FunctionalInterface
	interface Session {

		/**
		 * Serves request after request, until there are no more. When this returns or
		 * throws, the listener closes the connection.
		 *
		 * <p>
		 * It is first called on a thread that has no time to wait, and then again
		 * whenever there is something to do. So an exception of the connection has to go
		 * through, and a call begins with {@link Connection#awaitRequest()} or
		 * {@link Connection#begin()}, which know how far it has come.
		 * @throws IOException where the client left or broke the protocol, which is the
		 * client's own affair
		 */
		void serve() throws IOException;

		/**
		 * Called once, after the connection was closed.
		 */
		default void closed() {
		}

	}

}
