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

}
