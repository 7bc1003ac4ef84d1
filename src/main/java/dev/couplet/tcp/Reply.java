package dev.couplet.tcp;

import org.jspecify.annotations.Nullable;

/**
 * What a protocol answers to a frame.
 *
 * @param frame the reply, or null where the protocol has no reply to give
 * @param last whether the connection is closed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(byte @Nullable [] frame, boolean last) {

	/**
	 * A reply after which the next request is awaited.
	 * @param frame the reply
	 * @return the reply
	 */
	public static Reply of(byte[] frame) {
		return new Reply(frame, false);
	}

	/**
	 * A reply after which the connection is closed.
	 * @param frame the reply
	 * @return the reply
	 */
	public static Reply last(byte[] frame) {
		return new Reply(frame, true);
	}

	/**
	 * No reply: the connection is closed.
	 * @return the absence of a reply
	 */
	public static Reply close() {
		return new Reply(null, true);
	}

}
