package dev.couplet.fault;

/**
 * A client of one protocol, with one request in flight at a time.
 */
interface LoadClient extends AutoCloseable {

	/**
	 * Sends a request, and checks the reply.
	 * @param number the number of the request, which is part of the value
	 * @throws NoReplyException if a connection or a stream that had replies before has
	 * ended between two of them, as the protocol allows, or in the middle of one that
	 * says how long it is; the client may repeat the request. Any other exception is a
	 * request without its reply
	 */
	void exchange(int number) throws Exception;

	/**
	 * Ends the connection or the stream. The next request opens another.
	 */
	void disconnect();

	@Override
	default void close() {
		disconnect();
	}

}
