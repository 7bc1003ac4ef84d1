package dev.couplet.protocol.mcp;

/**
 * A message that is not a valid request. The message of the exception is for the client,
 * and contains nothing of what it sent.
 */
final class JsonRpcException extends RuntimeException {

	static final int PARSE_ERROR = -32700;

	static final int INVALID_REQUEST = -32600;

	static final int METHOD_NOT_FOUND = -32601;

	static final int INVALID_PARAMS = -32602;

	static final int INTERNAL_ERROR = -32603;

	/** Not one of JSON-RPC, but of MCP. */
	static final int RESOURCE_NOT_FOUND = -32002;

	private static final long serialVersionUID = 1L;

	private final int code;

	JsonRpcException(int code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	int code() {
		return this.code;
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}
