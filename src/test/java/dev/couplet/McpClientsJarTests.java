package dev.couplet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.couplet.endpoint.TestTokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for MCP with the clients of others: those of the TypeScript SDK, and the
 * Inspector's command line.
 */
@Tag("slow")
class McpClientsJarTests {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final String JAR = Path.of(System.getProperty("couplet.jar")).toAbsolutePath().toString();

	private static NpmClients clients;

	@BeforeAll
	static void install() throws Exception {
		clients = NpmClients.install("mcp");
	}

	@Test
	void theSessionInTheDocumentationIsThatOfTheSdksClientOverStandardStreams() throws Exception {
		String session = session(JAVA, "-jar", JAR, "mcp");
		assertThat(session.lines()).hasSizeGreaterThan(20);
		String documented = Files.readString(Path.of("docs", "protocols.md"));
		assertThat(session.lines()).allSatisfy((line) -> assertThat(documented).contains(withoutVersion(line)));
	}

	@Test
	void theSdksClientGetsTheSameResponsesOverHttp(@TempDir Path folder) throws Exception {
		try (JarServer server = JarServer.start(folder)) {
			String session = session("http://localhost:" + server.httpPort() + "/mcp");
			assertThat(session).isEqualTo(session(JAVA, "-jar", JAR, "mcp"));
		}
	}

	@Test
	void theSdksClientIsServedOnlyWithATokenThatTheServerKnows(@TempDir Path folder) throws Exception {
		Path tokens = Files.writeString(folder.resolve("tokens"), TestTokens.line("agent", TestTokens.TOKEN));
		try (JarServer server = JarServer.start(folder, "-Dcouplet.http.tokens=" + tokens)) {
			String url = "http://localhost:" + server.httpPort() + "/mcp";
			assertThat(session(url, TestTokens.TOKEN)).isEqualTo(session(JAVA, "-jar", JAR, "mcp"));
			assertRefused(clients.run("node", "session.mjs", url));
			assertRefused(clients.run("node", "session.mjs", url, "wrong"));
		}
	}

	private static void assertRefused(NpmClients.Result session) {
		assertThat(session.status()).isOne();
		assertThat(session.errors()).contains("401",
				"the server requires a header Authorization: Bearer TOKEN with a token that it knows");
		assertThat(session.output()).doesNotContain("<--");
	}

	@Test
	void theInspectorCallsATool() throws Exception {
		JsonNode result = inspect("--method", "tools/call", "--tool-name", "transform", "--tool-arg",
				"recipe=cummingsify", "--tool-arg", "text=HERE IS MY POEM");
		assertThat(result.at("/content/0/text").asString()).isEqualTo("here is my poem");
		assertThat(result.at("/structuredContent/text").asString()).isEqualTo("here is my poem");
	}

	@Test
	void theInspectorListsToolsResourcesAndPrompts() throws Exception {
		assertThat(inspect("--method", "tools/list").get("tools")).hasSize(3);
		assertThat(inspect("--method", "resources/list").get("resources")).hasSize(3);
		assertThat(inspect("--method", "prompts/list").get("prompts")).hasSize(2);
	}

	private static String session(String... server) throws IOException, InterruptedException {
		String[] command = new String[server.length + 2];
		command[0] = "node";
		command[1] = "session.mjs";
		System.arraycopy(server, 0, command, 2, server.length);
		NpmClients.Result result = clients.run(command);
		assertThat(result.errors()).isEmpty();
		assertThat(result.status()).isZero();
		return result.output();
	}

	private static String withoutVersion(String line) {
		return line.replaceAll("\"version\":\"[^\"]+\"}(?=,\"instructions)", "\"version\":\"…\"}");
	}

	private static JsonNode inspect(String... arguments) throws IOException, InterruptedException {
		String[] command = new String[arguments.length + 7];
		System.arraycopy(new String[] { "npx", "@modelcontextprotocol/inspector", "--cli", JAVA, "-jar", JAR, "mcp" },
				0, command, 0, 7);
		System.arraycopy(arguments, 0, command, 7, arguments.length);
		NpmClients.Result result = clients.run(command);
		assertThat(result.status()).as(result.errors()).isZero();
		return JsonMapper.shared().readTree(result.output());
	}

}
