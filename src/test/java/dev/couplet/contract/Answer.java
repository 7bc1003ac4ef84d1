package dev.couplet.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The reply of a protocol: a result, or the protocol's code for an error.
 *
 * @param status {@code ok}, or the protocol's code for the error
 * @param result the bytes of the result, or null for an error
 */
record Answer(String status, @Nullable ByteBuffer result) {

	static Answer ok(String text) {
		return ok(text.getBytes(StandardCharsets.UTF_8));
	}

	static Answer ok(byte[] result) {
		return new Answer("ok", ByteBuffer.wrap(result));
	}

	static Answer error(String status) {
		return new Answer(status, null);
	}

	@Override
	public String toString() {
		return (this.result != null) ? "%s, %d bytes".formatted(this.status, this.result.remaining()) : this.status;
	}

}
