package dev.couplet.transform;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a request are not valid in their declared or assumed encoding.
 */
public final class MalformedTextException extends TransformException {

	private static final long serialVersionUID = 1L;

	private final String charset;

	private final String unit;

	private final int position;

	public MalformedTextException(String reason) {
		this(reason, "", "", 0);
	}

	private MalformedTextException(String reason, String charset, String unit, int position) {
		super(reason);
		this.charset = charset;
		this.unit = unit;
		this.position = position;
	}

	/**
	 * Creates the exception for bytes that are not in their charset.
	 * @param position the number of the first wrong byte, from 1
	 * @param charset the charset
	 * @return the exception
	 */
	static MalformedTextException atByte(int position, Charset charset) {
		return at(position, "byte", charset);
	}

	/**
	 * Creates the exception for bytes that a lenient decoder accepts, but whose text is
	 * not well-formed.
	 * @param position the number of the first wrong character, from 1
	 * @param charset the charset
	 * @return the exception
	 */
	static MalformedTextException atCharacter(int position, Charset charset) {
		return at(position, "character", charset);
	}

	private static MalformedTextException at(int position, String unit, Charset charset) {
		return new MalformedTextException(
				"the text is not well-formed %s at %s %s".formatted(charset.name(), unit, position), charset.name(),
				unit, position);
	}

	/**
	 * Converts the exception to that for the value of a request.
	 * @param place the step that takes it
	 * @param value the value
	 * @return a new exception
	 */
	MalformedTextException at(String place, Value value) {
		// a client that declared a charset knows about charsets
		String hint = this.charset.equals(StandardCharsets.UTF_8.name()) ? EncodingHint.of(value, "first") : "";
		return new MalformedTextException(
				"%s, takes a text, and the value is not %s%s".formatted(place, encoding(), hint), this.charset,
				this.unit, this.position);
	}

	/**
	 * Returns what the bytes are not, and where.
	 * @return such as {@code UTF-8 at byte 3}
	 */
	String encoding() {
		return "%s at %s %s".formatted(this.charset, this.unit, this.position);
	}

	/**
	 * Returns where the bytes are wrong.
	 * @return the number of the byte or character, from 1, or 0 if it is not known
	 */
	int number() {
		return this.position;
	}

}
