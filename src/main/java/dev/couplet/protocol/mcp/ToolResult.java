package dev.couplet.protocol.mcp;

import java.util.List;

import dev.couplet.endpoint.FailureReason;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.UnknownTransformException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The result of a tool, or an error from which a model can tell how to correct its call.
 *
 * @param text what a model reads
 * @param structured the result as JSON, or null for an error
 * @param reason why it failed, or null for a result
 * @param nearNames the names of similar transforms, for an error
 */
record ToolResult(String text, @Nullable String structured, @Nullable FailureReason reason,
		List<String> nearNames) implements Json.Content {

	/**
	 * Creates a result that a model reads as JSON.
	 * @param structured the result
	 * @return the result
	 */
	static ToolResult of(Json.Content structured) {
		String json = Json.string(structured);
		return of(json, json);
	}

	static ToolResult of(String text, String structured) {
		return new ToolResult(text, structured, null, List.of());
	}

	static ToolResult error(FailureReason reason, String message) {
		return new ToolResult(message, null, reason, List.of());
	}

	static ToolResult error(TransformException error) {
		return new ToolResult(error.getMessage(), null, FailureReason.of(error),
				(error instanceof UnknownTransformException unknown) ? unknown.nearNames() : List.of());
	}

	@Override
	public void writeTo(JsonGenerator json) {
		json.writeArrayPropertyStart("content");
		json.writeStartObject();
		json.writeStringProperty("type", "text");
		json.writeStringProperty("text", this.text);
		json.writeEndObject();
		json.writeEndArray();
		json.writeBooleanProperty("isError", this.reason != null);
		if (this.structured != null) {
			json.writeName("structuredContent");
			json.writeRawValue(this.structured);
		}
		if (this.reason != null) {
			writeReason(json, this.reason);
		}
	}

	// not as structured content, which must be valid for the schema of results
	private void writeReason(JsonGenerator json, FailureReason why) {
		json.writeObjectPropertyStart("_meta");
		json.writeStringProperty("dev.couplet/reason", why.word());
		if (!this.nearNames.isEmpty()) {
			json.writeArrayPropertyStart("dev.couplet/nearNames");
			this.nearNames.forEach(json::writeString);
			json.writeEndArray();
		}
		json.writeEndObject();
	}

}
