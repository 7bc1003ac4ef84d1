package dev.couplet.transform;

/**
 * A kind of value: a text or bytes. Each transform takes one kind and gives one.
 *
 * @param <T> how a transform sees a value of this kind
 */
public abstract sealed class Kind<T> {

	/**
	 * A text: well-formed Unicode, possibly empty.
	 */
	public static final Kind<String> TEXT = new TextKind();

	/**
	 * Bytes, possibly none.
	 */
	public static final Kind<byte[]> BYTES = new BytesKind();

	private final String name;

	private Kind(String name) {
		this.name = name;
	}

	/**
	 * Returns the name, as shown in the catalogue.
	 * @return {@code text} or {@code bytes}
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Reads a value as this kind.
	 * @param value any value
	 * @return the text or the bytes
	 * @throws MalformedTextException if a text is wanted and the bytes are not one
	 */
	abstract T read(Value value);

	/**
	 * Creates a value of this kind.
	 * @param content the text or the bytes
	 * @return the value
	 */
	abstract Value wrap(T content);

	/**
	 * Converts a value to this kind.
	 * @param value any value
	 * @return the same value if it is of this kind already
	 * @throws MalformedTextException if a text is wanted and the bytes are not one
	 */
	Value convert(Value value) {
		return (value.kind() == this) ? value : value.as(this);
	}

	@Override
	public String toString() {
		return this.name;
	}

	private static final class TextKind extends Kind<String> {

		private TextKind() {
			super("text");
		}

		@Override
		String read(Value value) {
			return value.text();
		}

		@Override
		Value wrap(String content) {
			return Value.of(content);
		}

	}

	private static final class BytesKind extends Kind<byte[]> {

		private BytesKind() {
			super("bytes");
		}

		@Override
		byte[] read(Value value) {
			return value.bytes();
		}

		@Override
		Value wrap(byte[] content) {
			return Value.of(content);
		}

	}

}
