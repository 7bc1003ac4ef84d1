package dev.couplet.benchmark;

import java.nio.ByteBuffer;

/**
 * Expects the same bytes for every reply.
 */
final class ExactReplies implements Replies {

	private final ByteBuffer expected;

	private final int length;

	private int position;

	ExactReplies(byte[] expected) {
		this.length = expected.length;
		this.expected = ByteBuffer.wrap(expected);
	}

	@Override
	public int take(ByteBuffer received) throws WrongReplyException {
		int completed = 0;
		int end = received.limit();
		while (received.position() < end) {
			int count = Math.min(end - received.position(), this.length - this.position);
			received.limit(received.position() + count);
			this.expected.limit(this.position + count).position(this.position);
			if (this.expected.mismatch(received) >= 0) {
				throw new WrongReplyException("the reply differs after " + this.position + " bytes of " + this.length);
			}
			received.position(received.limit());
			this.position += count;
			if (this.position == this.length) {
				this.position = 0;
				completed++;
			}
			received.limit(end);
		}
		return completed;
	}

	/**
	 * Returns how much of the current reply has not arrived yet.
	 * @return bytes, at least 1
	 */
	int remaining() {
		return this.length - this.position;
	}

	@Override
	public boolean between() {
		return this.position == 0;
	}

	@Override
	public boolean ending() {
		return false;
	}

	@Override
	public void reset() {
		this.position = 0;
	}

}
