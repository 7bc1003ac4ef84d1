package dev.couplet.benchmark;

import java.nio.ByteBuffer;

/**
 * Compares what one connection receives with what it has to be, byte for byte.
 */
interface Replies {

	/**
	 * Takes bytes in the order of their arrival.
	 * @param received all of it is consumed
	 * @return how many replies are complete with it
	 * @throws WrongReplyException where a byte is not what it has to be
	 */
	int take(ByteBuffer received) throws WrongReplyException;

	/**
	 * Tells whether the last reply that began is also complete.
	 * @return true between two replies
	 */
	boolean between();

	/**
	 * Tells whether the server has said that it will close after the last reply.
	 * @return true where the connection takes no further request
	 */
	boolean ending();

	/**
	 * Begins anew, for a new connection.
	 */
	void reset();

}
