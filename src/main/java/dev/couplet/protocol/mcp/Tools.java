package dev.couplet.protocol.mcp;

import java.util.List;

import dev.couplet.endpoint.FailureReason;
import dev.couplet.transform.TransformException;
import tools.jackson.core.JsonGenerator;

/**
 * The tools. A call that fails has a result too, so that a model sees the reason and can
 * correct its call.
 */
final class Tools {

	private final List<Tool> tools;

	/**
	 * Creates the tools.
	 * @param maxResult the maximum length of the result of a recipe in characters, in
	 * base64 if it is bytes
	 */
	Tools(int maxResult) {
		this.tools = List.of(new TransformTool(maxResult), new FindTool(), new GuessTool());
	}

	/**
	 * Writes the list of tools.
	 * @param json the destination
	 */
	void list(JsonGenerator json) {
		json.writeArrayPropertyStart("tools");
		for (Tool tool : this.tools) {
			json.writeRawValue(Json.onOneLine(tool.definition()));
		}
		json.writeEndArray();
	}

	/**
	 * Calls a tool.
	 * @param name its name
	 * @param arguments the arguments, which have not been checked
	 * @param transforms the service
	 * @return the result, or the error
	 * @throws JsonRpcException if there is no such tool
	 */
	ToolResult call(String name, Fields arguments, Transforms transforms) {
		Tool tool = find(name);
		try {
			return tool.call(arguments, transforms);
		}
		catch (TransformException ex) {
			return ToolResult.error(ex);
		}
		catch (JsonRpcException ex) {
			transforms.rejectMalformed();
			return ToolResult.error(FailureReason.MALFORMED_REQUEST, ex.getMessage());
		}
	}

	private Tool find(String name) {
		for (Tool tool : this.tools) {
			if (tool.name().equals(name)) {
				return tool;
			}
		}
		throw new JsonRpcException(JsonRpcException.INVALID_PARAMS,
				"there is no such tool; the tools are transform, find_transforms and guess");
	}

}
