package dev.couplet.poetry;

import dev.couplet.transform.Utf8;

/**
 * A poem, read once and shared by all who ask for it.
 */
public final class Poem {

	private final String title;

	private final byte[] bytes;

	Poem(String title, byte[] bytes) {
		this.title = title;
		this.bytes = bytes;
	}

	/**
	 * The poem's title.
	 * @return the name that it goes by
	 */
	public String title() {
		return this.title;
	}

	/**
	 * The poem in UTF-8.
	 * @return the bytes themselves and no copy, not to be changed
	 */
	public byte[] bytes() {
		return this.bytes;
	}

	/**
	 * The poem as a text.
	 * @return well-formed Unicode
	 */
	public String text() {
		return Utf8.decode(this.bytes, 0, this.bytes.length);
	}

}
