package dev.couplet.poetry;

import dev.couplet.transform.Utf8;

/**
 * A poem, read once and shared by all who ask for it.
 */
final class Poem {

	private final String title;

	private final byte[] bytes;

	Poem(String title, byte[] bytes) {
		this.title = title;
		this.bytes = bytes;
	}

	String title() {
		return this.title;
	}

	/**
	 * The poem in UTF-8.
	 * @return the bytes themselves and no copy, not to be changed
	 */
	byte[] bytes() {
		return this.bytes;
	}

	String text() {
		return Utf8.decode(this.bytes, 0, this.bytes.length);
	}

}
