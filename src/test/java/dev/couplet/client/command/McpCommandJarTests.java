package dev.couplet.client.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.couplet.client.command.CommandProcess.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the command {@code mcp} of the jar.
 */
@Timeout(90)
class McpCommandJarTests {

	private static final String INITIALIZE = "{'jsonrpc':'2.0','id':1,'method':'initialize','params':"
			+ "{'protocolVersion':'2025-06-18','capabilities':{},'clientInfo':{'name':'test','version':'1'}}}";

	@Test
	void answersEveryLineWithALineAndEndsWithItsInput() {
		Result result = serve(CommandProcess.fromJar("mcp"), INITIALIZE,
				"{'jsonrpc':'2.0','method':'notifications/initialized'}",
				"{'jsonrpc':'2.0','id':2,'method':'tools/call','params':{'name':'transform',"
						+ "'arguments':{'recipe':'cummingsify','text':'HERE IS\\nMY POEM'}}}");
		assertThat(result.status()).isZero();
		assertThat(result.errors()).isEmpty();
		assertThat(result.output().lines()).hasSize(2);
		assertThat(response(result, 0).at("/result/protocolVersion").asString()).isEqualTo("2025-06-18");
		// from the manifest
		assertThat(response(result, 0).at("/result/serverInfo/version").asString()).contains(".");
		assertThat(response(result, 1).at("/result/structuredContent/text").asString()).isEqualTo("here is\nmy poem");
	}

	@Test
	void aMalformedOrTooLongLineIsAnErrorAndTheNextOneIsServed() {
		Result result = serve(CommandProcess.fromJar("mcp"), "{", "x".repeat(7_000_000), "",
				"{'jsonrpc':'2.0','id':2,'method':'ping'}");
		assertThat(result.status()).isZero();
		assertThat(result.output().lines()).hasSize(3);
		assertThat(response(result, 0).at("/error/code").asInt()).isEqualTo(-32700);
		assertThat(response(result, 1).at("/error/message").asString())
			.isEqualTo("the message is over the limit of 6356992 bytes");
		assertThat(response(result, 2).get("id").asInt()).isEqualTo(2);
	}

	@Test
	void endsWithoutAMessage() {
		assertThat(serve(CommandProcess.fromJar("mcp"))).isEqualTo(new Result(0, "", ""));
	}

	@Test
	void aTransformThatFailsPrintsNothingElse() {
		Result result = serve(CommandProcess.fromJar("mcp"),
				"{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'transform',"
						+ "'arguments':{'recipe':'gunzip','text':'x'}}}");
		assertThat(result.errors()).isEmpty();
		assertThat(result.output().lines()).hasSize(1);
		assertThat(response(result, 0).at("/result/isError").asBoolean()).isTrue();
	}

	@Test
	void printsHelp() {
		Result result = CommandProcess.run(CommandProcess.fromJar("mcp", "--help"), "");
		assertThat(result.status()).isZero();
		assertThat(result.output()).startsWith("Usage: java -jar couplet.jar mcp [-h]\n")
			.contains("Model Context Protocol");
	}

	@Test
	void takesNoArguments() {
		assertThat(CommandProcess.run(CommandProcess.fromJar("mcp", "now"), "").status()).isEqualTo(2);
	}

	@Test
	void theFirstAnswerNeedsNeitherSpringNorTheCommandLine(@TempDir Path directory) throws IOException {
		Path log = directory.resolve("classes");
		ProcessBuilder program = CommandProcess.fromJar("mcp");
		program.command().add(1, "-Xlog:class+load:file=" + log);
		assertThat(serve(program, INITIALIZE).status()).isZero();
		assertThat(Files.readAllLines(log)).anyMatch((line) -> line.contains("dev.couplet.protocol.mcp.McpServer "))
			.noneMatch((line) -> line.contains("picocli") || line.contains("logback")
					|| line.contains("tools.jackson.databind")
					|| (line.contains("org.springframework") && !line.contains("org.springframework.boot.loader.")));
	}

	private static Result serve(ProcessBuilder program, String... messages) {
		String lines = Stream.of(messages).map((message) -> message + "\n").collect(Collectors.joining());
		return CommandProcess.run(program, lines.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
	}

	private static JsonNode response(Result result, int line) {
		return JsonMapper.shared().readTree(result.output().lines().skip(line).findFirst().orElseThrow());
	}

}
