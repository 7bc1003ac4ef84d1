package dev.couplet.transform;

import java.util.function.Function;

/**
 * A kind of value: a text or bytes. Each transform takes one kind and gives one.
 *
 * @param <T> how a transform sees a value of this kind
 */
public final class Kind<T> {

	/**
	 * A text: well-formed Unicode, possibly empty.
	 */
	public static final Kind<String> TEXT = new Kind<>("text", Value::text, Value::of);

	/**
	 * Bytes, possibly none.
	 */
	public static final Kind<byte[]> BYTES = new Kind<>("bytes", Value::bytes, Value::of);

	private final String name;

	private final Function<Value, T> reader;

	private final Function<T, Value> wrapper;

	private Kind(String name, Function<Value, T> reader, Function<T, Value> wrapper) {
		this.name = name;
		this.reader = reader;
		this.wrapper = wrapper;
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
	T read(Value value) {
		return this.reader.apply(value);
	}

	/**
	 * Creates a value of this kind.
	 * @param content the text or the bytes
	 * @return the value
	 */
	Value wrap(T content) {
		return this.wrapper.apply(content);
	}

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

}
