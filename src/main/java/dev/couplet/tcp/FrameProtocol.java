package dev.couplet.tcp;

import dev.couplet.transform.TransformException;
import dev.couplet.transform.Value;
import org.jspecify.annotations.Nullable;

/**
 * Translates between the frames of a protocol and requests, results and errors.
 */
public interface FrameProtocol {

	/**
	 * Decodes a request.
	 * @param frame the content of the frame, which must not be modified
	 * @return the request
	 * @throws TransformException if the frame is not a valid request
	 */
	RequestFrame read(byte[] frame);

	/**
	 * Encodes the reply to a successful request.
	 * @param result the result
	 * @return the reply
	 */
	Reply success(Value result);

	/**
	 * Returns the reply to a request whose result has the same bytes as its value. If
	 * there is one, values stay in memory until their results can be compared.
	 * @return the reply; null if it is that of {@link #success}, and nothing is compared
	 */
	default @Nullable Reply unchanged() {
		return null;
	}

	/**
	 * Encodes the reply to a failed request. If the frame was too large to be read, the
	 * connection is closed after the reply in any case.
	 * @param error the error
	 * @return the reply
	 */
	Reply failure(TransformException error);

}
