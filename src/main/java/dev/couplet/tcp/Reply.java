package dev.couplet.tcp;

import org.jspecify.annotations.Nullable;

/**
 * The reply to a request.
 *
 * @param frame the content of the reply's frame, or null for no reply
 * @param last whether to close the connection after the reply
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(byte @Nullable [] frame, boolean last) {

	/**
	 * Creates a reply that keeps the connection open.
	 * @param frame the content of the reply's frame
	 * @return the reply
	 */
	public static Reply of(byte[] frame) {
		return new Reply(frame, false);
	}

	/**
	 * Creates a reply after which the connection is closed.
	 * @param frame the content of the reply's frame
	 * @return the reply
	 */
	public static Reply last(byte[] frame) {
		return new Reply(frame, true);
	}

	/**
	 * Closes the connection without a reply.
	 * @return an empty reply
	 */
	public static Reply close() {
		return new Reply(null, true);
	}

}
