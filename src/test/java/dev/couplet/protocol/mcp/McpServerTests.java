package dev.couplet.protocol.mcp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import dev.couplet.poetry.Poems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link McpServer}, except for its tools.
 */
class McpServerTests {

	private final TestServer server = new TestServer(1000);

	@ParameterizedTest
	@CsvSource({ "2025-11-25, 2025-11-25", "2025-06-18, 2025-06-18", "2025-03-26, 2025-03-26", "2024-11-05, 2024-11-05",
			"2024-10-07, 2025-11-25", "2999-01-01, 2025-11-25" })
	void anOlderRevisionIsAcceptedAndAnUnknownOneIsAnsweredWithTheNewest(String sent, String answered) {
		JsonNode result = this.server.request("initialize",
				"{'capabilities':{'roots':{}},'protocolVersion':'%s','clientInfo':{'name':'test'}}".formatted(sent));
		assertThat(result.get("protocolVersion").asString()).isEqualTo(answered);
		assertThat(result.get("capabilities").propertyNames()).containsExactlyInAnyOrder("tools", "resources",
				"prompts");
		assertThat(result.at("/serverInfo/name").asString()).isEqualTo("couplet");
		assertThat(result.get("instructions").asString()).contains("trim,wrap=60,cummingsify");
	}

	@Test
	void answersAPing() {
		assertThat(this.server.send("{'jsonrpc':'2.0','id':'p','method':'ping'}"))
			.hasToString("{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"result\":{}}");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "1", "-7", "9007199254740993", "123456789012345678901234567890", "''", "'a b'", "'\u00e9'" })
	void theResponseHasTheIdOfTheRequest(String id) {
		JsonNode response = answer("{'method':'ping','id':%s,'jsonrpc':'2.0'}".formatted(id));
		assertThat(response.get("id").toString()).isEqualTo(id.replace('\'', '"'));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'jsonrpc':'2.0','method':'notifications/initialized'}",
			"{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}",
			"{'jsonrpc':'2.0','method':'nosuch'}", "{'jsonrpc':'2.0','id':1,'result':{}}",
			"{'jsonrpc':'2.0','id':1,'error':{'code':1,'message':'no'}}" })
	void notificationsAndResponsesAreNotAnswered(String message) {
		assertThat(this.server.send(message)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "{", "{'jsonrpc':'2.0'", "{'jsonrpc':'2.0','id':1,'method':'ping'",
			"{'jsonrpc':'2.0','id':1,'method':'\u0001'}", "{'id':01}" })
	void whatIsNotJsonIsAParseError(String message) {
		assertError(message, -32700, null);
	}

	@Test
	void whatIsNotUtf8IsAParseError() {
		byte[] message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
		message[message.length - 3] = (byte) 0xFF;
		assertThat(Objects.requireNonNull(this.server.sendBytes(message)).at("/error/code").asInt()).isEqualTo(-32700);
	}

	@Test
	void deeplyNestedJsonIsAParseError() {
		assertError("{'jsonrpc':'2.0','id':1,'method':'ping','params':" + "[".repeat(50_000), -32700, null);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[{'jsonrpc':'2.0','id':1,'method':'ping'}]       | batches are not supported; send each message on its own
			'ping'                                           | the message is not a JSON object
			{'jsonrpc':'2.0','id':1,'method':'ping'} {}      | the message is followed by more data
			{'jsonrpc':'1.0','id':1,'method':'ping'}         | 'jsonrpc' is not "2.0"
			{'jsonrpc':'2.0','id':1}                         | 'method' is missing
			{'jsonrpc':'2.0','id':null,'method':'ping'}      | 'id' is neither a string nor an integer
			{'jsonrpc':'2.0','id':1.5,'method':'ping'}       | 'id' is neither a string nor an integer
			{'jsonrpc':'2.0','id':{},'method':'ping'}        | 'id' is neither a string nor an integer
			""", quoteCharacter = '`')
	void aMessageThatIsNoRequestIsInvalid(String message, String reason) {
		assertError(message, -32600, reason);
	}

	@Test
	void aLongIdIsInvalid() {
		assertError("{'jsonrpc':'2.0','method':'ping','id':'%s'}".formatted("x".repeat(257)), -32600,
				"'id' is longer than 256 characters");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					nosuch         | {}                                   | -32601 | there is no such method
					initialize     | {}                                   | -32602 | 'protocolVersion' is missing
					initialize     | {'protocolVersion':1}                | -32602 | 'protocolVersion' is not a string
					tools/call     | {}                                   | -32602 | 'name' is missing
					tools/call     | {'name':'nosuch'}                    | -32602 | there is no such tool; the tools are transform, find_transforms and guess
					resources/read | {'uri':'poem:///nosuch'}             | -32002 | there is no resource with this URI; resources/list returns those that there are
					resources/read | {'uri':'file:///etc/passwd'}         | -32002 | there is no resource with this URI; resources/list returns those that there are
					prompts/get    | {'name':'nosuch'}                    | -32602 | there is no such prompt
					prompts/get    | {'name':'clean_text'}                | -32602 | 'text' is missing
					""")
	void aRequestThatCannotBeServedIsAnErrorWithItsId(String method, String params, int code, String reason) {
		JsonNode response = answer("{'jsonrpc':'2.0','id':7,'method':'%s','params':%s}".formatted(method, params));
		assertThat(response.get("id").asInt()).isEqualTo(7);
		assertThat(response.at("/error/code").asInt()).isEqualTo(code);
		assertThat(response.at("/error/message").asString()).isEqualTo(reason);
	}

	@Test
	void objectsWithTooManyFieldsAreRefused() {
		StringBuilder params = new StringBuilder("{'a0':1");
		for (int i = 1; i <= 32; i++) {
			params.append(",'a").append(i).append("':{'x':[1]}");
		}
		assertThat(
				answer("{'jsonrpc':'2.0','id':1,'method':'ping','params':" + params + "}}").at("/error/code").asInt())
			.isEqualTo(-32602);
	}

	@Test
	void thePoemsAreResources() {
		JsonNode list = this.server.request("resources/list", "{}").get("resources");
		assertThat(list.valueStream().map((resource) -> resource.get("uri").asString()))
			.containsExactly("poem:///low-tide", "poem:///night-train", "poem:///the-kettle");
		for (JsonNode resource : list) {
			String uri = resource.get("uri").asString();
			JsonNode contents = this.server.request("resources/read", "{'uri':'" + uri + "'}").get("contents");
			assertThat(contents).hasSize(1);
			assertThat(contents.get(0).get("uri").asString()).isEqualTo(uri);
			assertThat(contents.get(0).get("mimeType").asString()).isEqualTo("text/plain");
			assertThat(contents.get(0).get("text").asString().getBytes(StandardCharsets.UTF_8))
				.isEqualTo(Poems.inJar().find(resource.get("name").asString()).orElseThrow().bytes());
		}
		assertThat(this.server.request("resources/templates/list", "{}").get("resourceTemplates")).isEmpty();
	}

	@Test
	void promptsContainTheirTextAndNameRecipesThatExist() {
		JsonNode prompts = this.server.request("prompts/list", "{}").get("prompts");
		assertThat(prompts).hasSize(2);
		for (JsonNode prompt : prompts) {
			assertThat(prompt.at("/arguments/0/name").asString()).isEqualTo("text");
			JsonNode messages = this.server
				.request("prompts/get",
						"{'name':'" + prompt.get("name").asString() + "','arguments':{'text':'rosebud'}}")
				.get("messages");
			assertThat(messages).hasSize(1);
			assertThat(messages.at("/0/role").asString()).isEqualTo("user");
			assertThat(messages.at("/0/content/text").asString()).endsWith("\n\nrosebud").doesNotContain("\t");
		}
		String clean = this.server.request("prompts/get", "{'name':'clean_text','arguments':{'text':''}}")
			.at("/messages/0/content/text")
			.asString();
		for (String recipe : List.of("fix-mojibake,strip-invisible,nfc,trim-lines,squeeze-blank-lines", "html-to-text",
				"strip-ansi", "unwrap", "ascii-quotes")) {
			assertThat(clean).contains(recipe);
			this.server.service().compile(recipe);
		}
		for (String recipe : List.of("uuid-parse", "jwt-decode", "rot13")) {
			this.server.service().compile(recipe);
		}
	}

	private void assertError(String message, int code, @Nullable String reason) {
		JsonNode response = answer(message);
		assertThat(response.get("error").get("code").asInt()).isEqualTo(code);
		if (reason != null) {
			assertThat(response.get("error").get("message").asString()).isEqualTo(reason);
		}
	}

	private JsonNode answer(String message) {
		return Objects.requireNonNull(this.server.send(message));
	}

}
