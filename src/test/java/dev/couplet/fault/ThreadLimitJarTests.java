package dev.couplet.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for a server that cannot start threads after its start. The limit applies to a
 * user and not to root, so root runs the server as another user.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@Tag("slow")
class ThreadLimitJarTests {

	private static final List<String> AS_ANOTHER_USER = List.of("setpriv", "--reuid=54321", "--regid=54321",
			"--clear-groups");

	private static final int EXPENSIVE_REQUESTS = 4;

	private final List<SocketClient> clients = new ArrayList<>();

	private List<String> launcher;

	private ServerProcess server;

	@BeforeEach
	void startAndAllowNoMoreThreads() {
		this.launcher = System.getProperty("user.name").equals("root") ? AS_ANOTHER_USER : List.of();
		assumeThat(run("test", "-r", System.getProperty("couplet.jar")))
			.as("root can start the jar as another user, with setpriv and a jar that others can read")
			.isTrue();
		assumeThat(run("prlimit", "--version")).as("prlimit is installed").isTrue();
		this.server = ServerProcess.startJarBy(this.launcher);
		// HTTP has its own threads, which are not tested here
		assertThat(this.server.get("/actuator/health")).contains("UP");
		assertThat(run("prlimit", "--pid", Long.toString(this.server.pid()), "--nproc=1:")).isTrue();
	}

	@AfterEach
	void stop() {
		this.clients.forEach(SocketClient::close);
		if (this.server != null) {
			this.server.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "netstring, .", "socketmap, ' '" })
	void aListenerServesOrIsDownInHealth(String listener, String separator) {
		int port = this.server.port(listener);
		for (int i = 0; i < EXPENSIVE_REQUESTS; i++) {
			connect(port).sendNetstring(Requests.EXPENSIVE + separator + "a");
		}
		SocketClient split = connect(port).send("13:cumm");
		Requests.pause(Duration.ofSeconds(1));
		split.send("ingsify" + separator + "A,");
		if (!isAnswered(split) || !isAnswered(connect(port).sendNetstring("cummingsify" + separator + "A"))) {
			assertThat(this.server.get("/actuator/health")).as("while the port does not answer")
				.containsPattern("\"" + listener + "\":\\{[^}]*\\},\"status\":\"DOWN\"");
		}
	}

	private SocketClient connect(int port) {
		SocketClient client = SocketClient.connect(port);
		this.clients.add(client);
		return client;
	}

	private static boolean isAnswered(SocketClient client) {
		try {
			return client.readNetstring().endsWith("a");
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	private boolean run(String... command) {
		List<String> whole = new ArrayList<>(this.launcher);
		whole.addAll(List.of(command));
		try {
			Process process = new ProcessBuilder(whole).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			return process.onExit().join().exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
