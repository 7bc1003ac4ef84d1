package dev.couplet;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the log of the startup.
 */
@Tag("slow")
class StartLogJarTests {

	private static final Pattern LINE = Pattern.compile("Serving grpc on 127\\.0\\.0\\.1:\\d+, "
			+ "http on 127\\.0\\.0\\.1:\\d+, netstring on 127\\.0\\.0\\.1:\\d+, poem-1 on 127\\.0\\.0\\.1:\\d+, socketmap on 127\\.0\\.0\\.1:\\d+$");

	@Test
	void oneLineListsAllListenersAndTheirPorts(@TempDir Path folder) throws Exception {
		try (JarServer server = JarServer.start(folder)) {
			assertThat(server.log().lines()).filteredOn((line) -> LINE.matcher(line).find()).hasSize(1);
			assertThat(server.log().lines()).filteredOn((line) -> line.contains(" WARN ")).isEmpty();
		}
	}

	@Test
	void nothingOfKafkaIsLoadedWithoutAFlow() {
		try (ServerProcess server = ServerProcess.startJar("-Xlog:class+load")) {
			assertThat(server.log()).contains("dev.couplet.transform.TransformService ")
				.doesNotContain(" org.apache.kafka.", " org.springframework.kafka.");
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void reportsAnUnusableTemporaryDirectoryAndEnds(@TempDir Path folder) throws Exception {
		Path log = folder.resolve("start.log");
		Process start = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
				"-Djava.io.tmpdir=/proc/nosuch", "-jar", System.getProperty("couplet.jar"), "--server.port=0")
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		assertThat(start.waitFor()).isOne();
		assertThat(log).content()
			.contains("The directory for temporary files, /proc/nosuch, is not writable.", "-Djava.io.tmpdir")
			.doesNotContain("\tat ");
	}

	@Test
	void everyLineIsJsonIfConfigured(@TempDir Path folder) throws Exception {
		try (JarServer server = JarServer.start(folder, "-Dlogging.structured.format.console=ecs")) {
			SocketClient.exchange(server.port("netstring"), "8:nosuch.x,");
			SocketClient.exchange(server.httpPort(), "ROSEBUD\r\n\r\n");
			JsonMapper json = new JsonMapper();
			List<JsonNode> lines = server.log().lines().map(json::readTree).toList();
			assertThat(lines).hasSizeGreaterThan(5)
				.allSatisfy((line) -> assertThat(line.at("/log/level").asString()).isEqualTo("INFO"));
			assertThat(lines).extracting((line) -> line.at("/service/name").asString("")).containsOnly("couplet");
			assertThat(lines).filteredOn((line) -> LINE.matcher(line.get("message").asString()).find()).hasSize(1);
		}
	}

}
