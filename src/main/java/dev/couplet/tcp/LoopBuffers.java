package dev.couplet.tcp;

import java.nio.ByteBuffer;

/**
 * What a thread of an event loop lends to the connection that it serves.
 *
 * @param input for what the client sends
 * @param output for what it gets
 */
record LoopBuffers(ByteBuffer input, ByteBuffer output) {

	/**
	 * The longest request that a loop serves itself, with all that was sent behind it.
	 */
	private static final int SIZE = 128 * 1024;

	LoopBuffers() {
		this(ByteBuffer.allocateDirect(SIZE), ByteBuffer.allocateDirect(SIZE));
	}

}
