package dev.couplet.protocol.http;

import java.io.IOException;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Value;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Writes a value as the body of a response: a text in UTF-8, or bytes.
 */
final class ValueResponse {

	static final String TEXT = "text/plain;charset=UTF-8";

	static final String BYTES = "application/octet-stream";

	private ValueResponse() {
	}

	/**
	 * Writes a value.
	 * @param value the value
	 * @param response a response that is not committed
	 * @throws IOException if it cannot be written
	 */
	static void write(Value value, HttpServletResponse response) throws IOException {
		write((value.kind() == Kind.TEXT) ? TEXT : BYTES, value.bytes(), response);
	}

	/**
	 * Writes a body.
	 * @param contentType the content type
	 * @param body the whole body
	 * @param response a response that is not committed
	 * @throws IOException if it cannot be written
	 */
	static void write(String contentType, byte[] body, HttpServletResponse response) throws IOException {
		response.setContentType(contentType);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
