package dev.couplet.client.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.couplet.client.command.CommandProcess.Result;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the jar that the build makes, as a server and as its client.
 */
@Timeout(90)
class CommandLineJarTests {

	private static final List<Integer> ports = freePorts(6);

	private static final String NETSTRING_SERVER = "localhost:" + ports.get(1);

	private static Process server;

	@BeforeAll
	static void startServer(@TempDir Path directory) throws IOException {
		server = CommandProcess
			.fromJar("--server.port=" + ports.get(0), "--couplet.netstring.port=" + ports.get(1),
					"--couplet.socketmap.port=" + ports.get(2), "--couplet.grpc.port=0",
					"--couplet.poetry.servers[0].port=" + ports.get(3),
					"--couplet.poetry.servers[1].port=" + ports.get(4), "--couplet.poetry.servers[1].framing=netstring",
					"--couplet.poetry.servers[2].port=" + ports.get(5), "--couplet.poetry.servers[2].delay=10ms")
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("server.log").toFile())
			.start();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> ports.stream().allMatch(CommandLineJarTests::isListening));
	}

	@AfterAll
	static void stopServer() throws InterruptedException {
		server.destroyForcibly().waitFor();
	}

	@Test
	void transformsStandardInput() {
		assertThat(CommandProcess.run(CommandProcess.fromJar("transform", "cummingsify", "--server", NETSTRING_SERVER),
				"HERE IS MY POEM\n"))
			.isEqualTo(new Result(0, "here is my poem\n", ""));
	}

	@Test
	void downloadsPoems() {
		Result result = CommandProcess.run(CommandProcess.fromJar("poems", "--recipe", "cummingsify", "--server",
				NETSTRING_SERVER, "" + ports.get(3), "" + ports.get(4), "" + ports.get(5)), "");
		assertThat(result.status()).isZero();
		assertThat(result.errors()).isEmpty();
		assertThat(result.output()).startsWith("low tide\n")
			.contains("\n\nnight train\n\nthe town goes by")
			.contains("\n\nthe kettle\n")
			.endsWith("goes up, and is the weather for today.\n");
	}

	@Test
	void listsTheCatalogue() {
		Result result = CommandProcess.run(CommandProcess.fromJar("transforms"), "");
		assertThat(result.status()).isZero();
		assertThat(result.output()).containsPattern("(?m)^cummingsify +Converts the text to lower case");
	}

	@Test
	void printsItsVersion() {
		Result result = CommandProcess.run(CommandProcess.fromJar("--version"), "");
		assertThat(result.status()).isZero();
		assertThat(result.output()).matches("couplet [0-9].*\n");
	}

	@Test
	void unknownCommandDoesNotStartTheServer() {
		Result result = CommandProcess.run(CommandProcess.fromJar("serve"), "");
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.errors()).startsWith("couplet: there is no command 'serve'\nUsage: ");
	}

	@Test
	void commandLoadsNoSpringClassesExceptTheJarLoader(@TempDir Path directory) throws IOException {
		Path log = directory.resolve("classes");
		ProcessBuilder program = CommandProcess.fromJar("transform", "trim", "--server", NETSTRING_SERVER);
		program.command().add(1, "-Xlog:class+load:file=" + log);
		assertThat(CommandProcess.run(program, "POEM")).isEqualTo(new Result(0, "POEM", ""));
		assertThat(Files.readAllLines(log)).anyMatch((line) -> line.contains("/picocli"))
			.filteredOn((line) -> line.contains("springframework") || line.contains("BOOT-INF/lib/"))
			.allMatch((line) -> line.contains("org.springframework.boot.loader.") || line.contains("/picocli"));
	}

	private static List<Integer> freePorts(int count) {
		List<ServerSocket> sockets = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				sockets.add(new ServerSocket(0));
			}
			List<Integer> found = sockets.stream().map(ServerSocket::getLocalPort).toList();
			for (ServerSocket socket : sockets) {
				socket.close();
			}
			return found;
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static boolean isListening(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
