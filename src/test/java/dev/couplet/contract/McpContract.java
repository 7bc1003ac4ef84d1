package dev.couplet.contract;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.couplet.transform.TransformException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The contract for MCP over HTTP.
 */
abstract class McpContract extends ProtocolContract {

	private static final int CONTENT_TOO_LARGE = 413;

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Override
	final String protocol() {
		return "mcp";
	}

	@Override
	final Answer call(String recipe, byte[] value) {
		ObjectNode request = JsonMapper.shared().createObjectNode();
		request.put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
		ObjectNode arguments = request.putObject("params").put("name", "transform").putObject("arguments");
		arguments.put("recipe", recipe);
		try {
			arguments.put("text", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
		}
		catch (CharacterCodingException ex) {
			arguments.put("base64", Base64.getEncoder().encodeToString(value));
		}
		HttpResponse<String> response = send(request.toString());
		return (response.statusCode() == CONTENT_TOO_LARGE) ? Answer.error("too-large")
				: answer(JsonMapper.shared().readTree(response.body()).required("result"));
	}

	private HttpResponse<String> send(String message) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/mcp"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(message))
			.build();
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new UncheckedIOException(new InterruptedIOException());
		}
	}

	private static Answer answer(JsonNode result) {
		if (result.get("isError").asBoolean()) {
			return Answer.error(result.get("_meta").get("dev.couplet/reason").asString());
		}
		JsonNode value = result.get("structuredContent");
		return value.has("text") ? Answer.ok(value.get("text").asString())
				: Answer.ok(Base64.getDecoder().decode(value.get("base64").asString()));
	}

	@Override
	final String codeFor(Class<? extends TransformException> error) {
		return Reasons.of(error);
	}

}
