package dev.couplet.tcp;

/**
 * Limits how much of a client's pipelined requests is served before the event loop serves
 * its other connections.
 */
final class TimeSlice {

	// in bytes of requests and replies, with a constant overhead for each request
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
