package dev.couplet;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for the startup of the image: the extracted jar, with an AOT cache trained by the
 * image's own script.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
@Tag("slow")
class ImageStartJarTests {

	private static final Path JAVA_FOLDER = Path.of(System.getProperty("java.home"), "bin");

	private static final String JAVA = JAVA_FOLDER.resolve("java").toString();

	private static final String CACHE = "couplet.aot";

	private static final String READINESS_FILE = "COUPLET_READINESS_FILE";

	@TempDir
	private static Path home;

	private final List<ServerProcess> started = new ArrayList<>();

	@BeforeAll
	static void train() throws Exception {
		run(Map.of(), JAVA, "-Djarmode=tools", "-jar", System.getProperty("couplet.jar"), "extract", "--force",
				"--destination", home.toString());
		Files.createDirectory(home.resolve("bin"));
		for (String script : List.of("train", "healthcheck")) {
			Path copy = Files.copy(Path.of("src/main/docker", script), home.resolve("bin").resolve(script));
			assertThat(copy.toFile().setExecutable(true)).isTrue();
		}
		List<Integer> ports = freePorts();
		run(Map.of("SERVER_PORT", "" + ports.get(0), "COUPLET_NETSTRING_PORT", "" + ports.get(1),
				"COUPLET_SOCKETMAP_PORT", "" + ports.get(2), "COUPLET_GRPC_PORT", "0", "COUPLET_POETRY_SERVERS_0_PORT",
				"" + ports.get(3), READINESS_FILE, home.resolve("ready").toString()), "bin/train", CACHE);
	}

	@AfterEach
	void stop() {
		this.started.forEach(ServerProcess::close);
	}

	@Test
	void servesEveryProtocol() {
		ServerProcess server = start(Map.of());
		assertThat(SocketClient.exchange(server.port("netstring"), "27:cummingsify.HERE IS MY POEM,"))
			.isEqualTo("15:here is my poem,");
		assertThat(server.log()).contains("socketmap on ", "poem-1 on ", "Tomcat started on port");
	}

	@Test
	void servesItsBillOfMaterials() throws IOException {
		try (JarFile jar = new JarFile(System.getProperty("couplet.jar"))) {
			assumeThat(jar.getEntry("META-INF/sbom/application.cdx.json")).as("Maven does not create an SBOM offline")
				.isNotNull();
		}
		assertThat(SocketClient.exchange(start(Map.of()).httpPort(),
				"GET /actuator/sbom/application HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 200")
			.contains("application/vnd.cyclonedx+json", "pkg:maven/dev.couplet/couplet@");
	}

	@Test
	void environmentDisablesMovesAndAddsListeners() {
		ServerProcess server = start(Map.of("COUPLET_NETSTRING_ENABLED", "false", "COUPLET_POETRY_SERVERS_1_PORT", "0",
				"COUPLET_RECIPES_QUIET", "cummingsify,replace=poem:verse"));
		assertThat(server.log()).doesNotContain("netstring on ").contains("poem-1 on ", "poem-2 on ");
		try (SocketClient client = SocketClient.connect(server.port("socketmap"))) {
			assertThat(client.send("21:quiet HERE IS MY POEM,").halfClose().readToEnd())
				.isEqualTo("19:OK here is my verse,");
		}
	}

	@Test
	void unknownSettingInTheEnvironmentIsAWarning() {
		assertThat(start(Map.of("COUPLET_NETSTRING_PROT", "12", "COUPLET_SERVICE_HOST", "10.0.0.1",
				"COUPLET_NETSTRING_KEEP_ALIVE", "true", "COUPLET_POETRY_SERVERS_0_NUMBYTES", "5"))
			.log()).containsPattern("WARN .*Unknown settings in the environment: .*COUPLET_NETSTRING_PROT")
			// the latter is of a service in Kubernetes
			.doesNotContain("KEEP_ALIVE", "NUMBYTES", "COUPLET_SERVICE_HOST");
	}

	@Test
	void environmentSelectsPartsOfTheFramework() {
		ServerProcess server = start(Map.of("COUPLET_SOCKETMAP_ENABLED", "false", "MANAGEMENT_SERVER_PORT", "0"));
		assertThat(server.log()).doesNotContain("socketmap on ").contains("netstring on ");
		// the HTTP port and the management port
		assertThat(server.log().split("Tomcat started on port", -1)).hasSize(3);
	}

	static Stream<Map<String, String>> configurations() {
		return Stream.of(Map.of(), Map.of("COUPLET_NETSTRING_ENABLED", "false", "MANAGEMENT_SERVER_PORT", "0"),
				Map.of("COUPLET_TRANSFORM_MAX_TEXT_SIZE", "1B"),
				Map.of("COUPLET_HTTP_HOSTS", "poems.example", "SERVER_PORT", "-1"),
				Map.of("MANAGEMENT_ENDPOINT_HEALTH_ACCESS", "none"));
	}

	@ParameterizedTest
	@MethodSource("configurations")
	void healthCheckReportsReadinessInEveryConfiguration(Map<String, String> configuration) throws Exception {
		Map<String, String> environment = new HashMap<>(configuration);
		environment.put(READINESS_FILE, Files.createTempDirectory(home, "health").resolve("ready").toString());
		assertThat(isHealthy(environment)).isFalse();
		ServerProcess server = start(environment);
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isHealthy(environment));
		server.stop();
		server.awaitExit();
		assertThat(isHealthy(environment)).isFalse();
	}

	@Test
	void hungServerIsNotHealthy() throws Exception {
		Map<String, String> environment = Map.of(READINESS_FILE, home.resolve("hanging").toString());
		ServerProcess server = start(environment);
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isHealthy(environment));
		server.signal("STOP");
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !isHealthy(environment));
		server.signal("CONT");
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isHealthy(environment));
	}

	private static boolean isHealthy(Map<String, String> environment) throws Exception {
		return program(environment, "bin/healthcheck").start().waitFor() == 0;
	}

	// this mode turns a mismatched cache into an error, instead of a slow start
	private ServerProcess start(Map<String, String> environment) {
		ServerProcess server = ServerProcess
			.start(program(environment, JAVA, "-XX:AOTMode=on", "-XX:AOTCache=" + CACHE, "-jar", "couplet.jar"));
		this.started.add(server);
		return server;
	}

	private static void run(Map<String, String> environment, String... command) throws Exception {
		Path output = Files.createTempFile(home, "output", ".log");
		Process process = program(environment, command).redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		assertThat(process.waitFor()).as(Files.readString(output)).isZero();
	}

	private static ProcessBuilder program(Map<String, String> environment, String... command) {
		ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
		builder.environment().putAll(environment);
		builder.environment().merge("PATH", "", (path, _) -> JAVA_FOLDER + File.pathSeparator + path);
		return builder;
	}

	private static List<Integer> freePorts() throws IOException {
		List<ServerSocket> sockets = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			sockets.add(new ServerSocket(0));
		}
		List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
		for (ServerSocket socket : sockets) {
			socket.close();
		}
		return ports;
	}

}
