package dev.couplet.protocol.mcp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes {@link McpServer} with messages.
 */
class McpServerFuzzTests {

	private static final int MAX_RESULT = 2000;

	private final TestServer server = new TestServer(MAX_RESULT);

	@FuzzTest
	void answersOneLineOfJson(byte[] message) {
		byte[] sent = message.clone();
		JsonNode response = this.server.sendBytes(message);
		assertThat(message).isEqualTo(sent);
		if (response == null) {
			return;
		}
		assertThat(response.get("jsonrpc").asString()).isEqualTo("2.0");
		assertThat(response.has("result")).isNotEqualTo(response.has("error"));
		// an internal error would be a bug
		assertThat(response.at("/error/code").asInt()).isNotEqualTo(JsonRpcException.INTERNAL_ERROR);
		checkError(response.get("error"));
		checkToolError(response.get("result"));
	}

	private static void checkError(@Nullable JsonNode error) {
		if (error != null) {
			assertThat(error.get("message").asString()).matches("[ -~]{10,199}");
		}
	}

	private static void checkToolError(@Nullable JsonNode result) {
		if (result != null && result.path("isError").asBoolean()) {
			assertThat(result.at("/content/0/text").asString()).matches("[ -~]{10,199}");
			assertThat(result.at("/_meta").get("dev.couplet/reason").asString()).isNotEqualTo("transform-failed");
		}
	}

}
