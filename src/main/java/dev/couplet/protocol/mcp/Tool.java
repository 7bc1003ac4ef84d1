package dev.couplet.protocol.mcp;

/**
 * A tool that an agent can call.
 */
interface Tool {

	String name();

	/**
	 * Returns the definition in the list of tools, for a model that has never seen a
	 * recipe.
	 * @return a JSON object
	 */
	String definition();

	/**
	 * Calls the tool.
	 * @param arguments the arguments, which have not been checked
	 * @param transforms the service
	 * @return the result
	 * @throws JsonRpcException if an argument is missing, unknown or not a string
	 * @throws dev.couplet.transform.TransformException if the request is refused or fails
	 */
	ToolResult call(Fields arguments, Transforms transforms);

}
