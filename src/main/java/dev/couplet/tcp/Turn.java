package dev.couplet.tcp;

/**
 * How much of a client's requests is served before the event loop looks at its other
 * connections.
 */
final class Turn {

	// in bytes of requests and replies, each request with an overhead
	private static final int LENGTH = 16 * 1024;

	private static final int REQUEST_OVERHEAD = 256;

	private int used;

	void addRequest(byte[] frame) {
		this.used += REQUEST_OVERHEAD + frame.length;
	}

	void addReply(byte[] frame) {
		this.used += frame.length;
	}

	boolean isOver() {
		return this.used > LENGTH;
	}

	void restart() {
		this.used = 0;
	}

}
