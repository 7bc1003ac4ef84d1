package dev.couplet.poetry;

/**
 * A poem, read once and shared by all requests.
 */
public final class Poem {

	private final String title;

	private final byte[] bytes;

	Poem(String title, byte[] bytes) {
		this.title = title;
		this.bytes = bytes;
	}

	/**
	 * Returns the title.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Returns the poem in UTF-8.
	 * @return the bytes, not copied; they must not be modified
	 */
	public byte[] bytes() {
		return this.bytes;
	}

}
