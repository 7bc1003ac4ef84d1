package dev.couplet.protocol.mcp;

import java.util.Base64;

import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.Value;
import org.jspecify.annotations.Nullable;

/**
 * The value among the arguments of a tool: {@code text}, or {@code base64} for bytes.
 */
final class ValueArgument {

	static final String TEXT = "text";

	static final String BASE64 = "base64";

	private ValueArgument() {
	}

	/**
	 * Reads the value.
	 * @param arguments the arguments
	 * @return the value
	 * @throws JsonRpcException if there is not exactly one of the arguments
	 * @throws MalformedTextException if it is neither well-formed Unicode nor base64
	 */
	static Value read(Fields arguments) {
		String text = arguments.get(TEXT);
		String base64 = arguments.get(BASE64);
		if ((text == null) == (base64 == null)) {
			throw new JsonRpcException(JsonRpcException.INVALID_PARAMS,
					"exactly one of 'text' and 'base64' is required");
		}
		return (text != null) ? text(text) : bytes(base64);
	}

	private static Value text(String text) {
		int surrogate = Utf8.unpairedSurrogate(text);
		if (surrogate > 0) {
			throw new MalformedTextException(
					"the text is not well-formed Unicode: an unpaired surrogate at character " + surrogate);
		}
		return Value.of(text);
	}

	private static Value bytes(@Nullable String base64) {
		try {
			return Value.of(Base64.getDecoder().decode(base64));
		}
		catch (IllegalArgumentException ex) {
			throw new MalformedTextException(
					"'base64' is not base64 (RFC 4648, on one line); a text goes into 'text' as it is");
		}
	}

}
