package dev.couplet.tcp;

import dev.couplet.transform.TransformException;

/**
 * A protocol whose requests and replies are frames. It translates, and decides nothing.
 */
public interface FrameProtocol {

	/**
	 * Reads a request.
	 * @param frame what was in the frame, not to be changed
	 * @return the request
	 * @throws TransformException where the frame holds no request
	 */
	RequestFrame read(byte[] frame);

	/**
	 * Answers a request that has a result.
	 * @param result the result
	 * @return the reply
	 */
	Reply success(String result);

	/**
	 * Answers a request that has none. Where the frame itself was too large to be read,
	 * the connection is closed after the reply, whatever this says.
	 * @param error why
	 * @return the reply
	 */
	Reply failure(TransformException error);

}
