package dev.couplet.protocol.mcp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import dev.couplet.poetry.Poems;
import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.TransformService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server with the built-in transforms, without a transport.
 */
final class TestServer {

	private static final int LIMIT = 100_000;

	private final TransformService service = BuiltInTransforms.service(LIMIT);

	private final McpServer server;

	TestServer(int maxResult) {
		this.server = new McpServer(Poems::inJar, maxResult);
	}

	TransformService service() {
		return this.service;
	}

	/**
	 * Sends a message.
	 * @param message the message, with ' instead of "
	 * @return the response, or null if there is none
	 */
	@Nullable JsonNode send(String message) {
		return sendBytes(message.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
	}

	@Nullable JsonNode sendBytes(byte[] message) {
		Response response = this.server.answer(message, new LocalTransforms(() -> this.service));
		if (response == null) {
			return null;
		}
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		response.writeTo(written);
		String line = written.toString(StandardCharsets.UTF_8);
		if (line.contains("\n")) {
			throw new AssertionError("the response is not one line");
		}
		return JsonMapper.shared().readTree(line);
	}

	/**
	 * Sends a request.
	 * @param method the method
	 * @param params the parameters, with ' instead of "
	 * @return the result
	 */
	JsonNode request(String method, String params) {
		JsonNode response = Objects
			.requireNonNull(send("{'jsonrpc':'2.0','id':1,'method':'%s','params':%s}".formatted(method, params)));
		return response.required("result");
	}

	/**
	 * Calls a tool.
	 * @param name its name
	 * @param arguments names and values in turn
	 * @return the result
	 */
	JsonNode call(String name, String... arguments) {
		ObjectNode request = JsonMapper.shared().createObjectNode();
		request.put("jsonrpc", "2.0").put("id", "call").put("method", "tools/call");
		ObjectNode params = request.putObject("params").put("name", name);
		ObjectNode values = params.putObject("arguments");
		for (int i = 0; i < arguments.length; i += 2) {
			values.put(arguments[i], arguments[i + 1]);
		}
		return Objects.requireNonNull(sendBytes(request.toString().getBytes(StandardCharsets.UTF_8)))
			.required("result");
	}

}
