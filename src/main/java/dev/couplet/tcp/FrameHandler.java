package dev.couplet.tcp;

/**
 * What a protocol does with a request that came in one frame. It translates, and answers
 * whatever happens: an exception that it lets through closes the connection.
 */
@FunctionalInterface
public interface FrameHandler {

	/**
	 * Answers a request.
	 * @param frame the request, not to be changed
	 * @return the reply
	 */
	Reply handle(byte[] frame);

	/**
	 * Answers a frame that announces more than a request may have. What follows on the
	 * connection is not read, so the reply is the last.
	 * @return the reply, by default none
	 */
	default Reply handleTooLarge() {
		return Reply.close();
	}

}
