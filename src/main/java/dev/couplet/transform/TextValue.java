package dev.couplet.transform;

import org.jspecify.annotations.Nullable;

/**
 * A text.
 */
final class TextValue extends Value {

	private final String text;

	private final boolean ascii;

	/**
	 * Creates a text.
	 * @param text well-formed Unicode
	 * @param ascii whether it is known to be pure ASCII
	 */
	TextValue(String text, boolean ascii) {
		this.text = text;
		this.ascii = ascii;
	}

	@Override
	public Kind<?> kind() {
		return Kind.TEXT;
	}

	@Override
	public String text() {
		return this.text;
	}

	@Override
	public byte[] bytes() {
		return Utf8.encode(this.text);
	}

	@Override
	public long size() {
		return Utf8.size(this.text);
	}

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	boolean isKnownAscii() {
		return this.ascii;
	}

	@Override
	Value as(Kind<?> kind) {
		return Value.of(bytes());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TextValue that && this.text.equals(that.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

}
