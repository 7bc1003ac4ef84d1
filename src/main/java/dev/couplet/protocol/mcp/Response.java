package dev.couplet.protocol.mcp;

import java.io.OutputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A response: a result or an error (JSON-RPC 2.0).
 *
 * @param id the id of the request, or null if it is unknown
 * @param error the code of the error, or 0 for a result
 * @param content the fields of the result or of the error
 */
record Response(@Nullable RequestId id, int error, Json.Content content) {

	static Response result(RequestId id, Json.Content content) {
		return new Response(id, 0, content);
	}

	static Response error(@Nullable RequestId id, JsonRpcException error) {
		return new Response(id, error.code(), (json) -> {
			json.writeNumberProperty("code", error.code());
			json.writeStringProperty("message", error.getMessage());
		});
	}

	/**
	 * Returns whether the message was no request.
	 * @return false if it was one, even if it could not be served
	 */
	boolean isRefusal() {
		return this.error == JsonRpcException.PARSE_ERROR || this.error == JsonRpcException.INVALID_REQUEST;
	}

	/**
	 * Writes the response in UTF-8, on one line without its end.
	 * @param out the destination, which is neither flushed nor closed
	 */
	void writeTo(OutputStream out) {
		try (JsonGenerator json = Json.generator(out)) {
			json.writeStartObject();
			json.writeStringProperty("jsonrpc", "2.0");
			json.writeName("id");
			if (this.id != null) {
				this.id.writeTo(json);
			}
			else {
				json.writeNull();
			}
			json.writeObjectPropertyStart((this.error != 0) ? "error" : "result");
			this.content.writeTo(json);
			json.writeEndObject();
			json.writeEndObject();
		}
	}

}
