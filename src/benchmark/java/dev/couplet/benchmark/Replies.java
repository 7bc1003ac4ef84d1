package dev.couplet.benchmark;

import java.nio.ByteBuffer;

/**
 * Checks the bytes that a connection receives.
 */
interface Replies {

	/**
	 * Checks received bytes.
	 * @param received the bytes, in order of arrival, which are all consumed
	 * @return the number of replies that these bytes complete
	 * @throws WrongReplyException if a byte is wrong
	 */
	int take(ByteBuffer received) throws WrongReplyException;

	/**
	 * Returns whether the last reply is complete.
	 * @return true between replies
	 */
	boolean between();

	/**
	 * Returns whether the server has announced that it closes the connection.
	 * @return true if the connection cannot be used for another request
	 */
	boolean ending();

	/**
	 * Resets the state for a new connection.
	 */
	void reset();

}
