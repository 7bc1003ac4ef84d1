package dev.couplet.contract;

import org.jspecify.annotations.Nullable;

/**
 * The reply of a protocol: a text, or the protocol's code for an error.
 *
 * @param status {@code ok}, or the protocol's code for the error
 * @param text the text, or null for an error
 */
record Answer(String status, @Nullable String text) {

	static Answer ok(String text) {
		return new Answer("ok", text);
	}

	static Answer error(String status) {
		return new Answer(status, null);
	}

	@Override
	public String toString() {
		return (this.text != null) ? "%s, %d characters".formatted(this.status, this.text.length()) : this.status;
	}

}
