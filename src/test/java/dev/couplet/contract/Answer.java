package dev.couplet.contract;

import org.jspecify.annotations.Nullable;

/**
 * What came back from a protocol: a text, or the protocol's word for an error.
 *
 * @param status {@code ok}, or how the protocol tells that something went wrong
 * @param text the text, null where something went wrong
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
