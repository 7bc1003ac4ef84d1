package dev.couplet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged server in a separate process, on free ports.
 */
final class JarServer implements AutoCloseable {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final List<String> ANY_PORTS = List.of("-jar", System.getProperty("couplet.jar"), "--server.port=0",
			"--couplet.netstring.port=0", "--couplet.socketmap.port=0", "--couplet.grpc.port=0",
			"--couplet.poetry.servers[0].port=0");

	private final Process process;

	private final Path log;

	private JarServer(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Starts the server and waits until it is ready.
	 * @param folder the directory for its log
	 * @param jvmOptions JVM options
	 * @return the server
	 */
	static JarServer start(Path folder, String... jvmOptions) throws IOException {
		Path log = Files.createTempFile(folder, "server", ".log");
		List<String> command = new ArrayList<>();
		command.add(JAVA);
		command.addAll(List.of(jvmOptions));
		command.addAll(ANY_PORTS);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		JarServer server = new JarServer(process, log);
		try {
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.until(() -> !process.isAlive() || server.log().contains("Started CoupletApplication"));
		}
		catch (ConditionTimeoutException ex) {
			server.close();
		}
		assertThat(process.isAlive()).as(server.log()).isTrue();
		return server;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	String log() throws IOException {
		return Files.readString(this.log);
	}

	int httpPort() throws IOException {
		return find("Tomcat started on port (\\d+)");
	}

	int port(String listener) throws IOException {
		return find(listener + " on \\S+:(\\d+)");
	}

	private int find(String line) throws IOException {
		Matcher matcher = Pattern.compile(line).matcher(log());
		assertThat(matcher.find()).as(line).isTrue();
		return Integer.parseInt(matcher.group(1));
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
