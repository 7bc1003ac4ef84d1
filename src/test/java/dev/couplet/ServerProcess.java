package dev.couplet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server in a process of its own, on any ports that are free.
 */
public final class ServerProcess implements AutoCloseable {

	static final Map<String, String> ANY_PORTS = Map.of("SERVER_PORT", "0", "COUPLET_NETSTRING_PORT", "0",
			"COUPLET_SOCKETMAP_PORT", "0", "COUPLET_POETRY_SERVERS_0_PORT", "0");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Process process;

	private final Path log;

	private ServerProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Starts a server, and waits until it has started.
	 * @param command what starts it; its environment is added to
	 * @return the server
	 */
	public static ServerProcess start(ProcessBuilder command) {
		try {
			Path log = Files.createTempFile("server", ".log");
			ANY_PORTS.forEach(command.environment()::putIfAbsent);
			Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
			ServerProcess server = new ServerProcess(process, log);
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> !process.isAlive() || server.log().contains("Started CoupletApplication"));
			assertThat(process.isAlive()).as(server.log()).isTrue();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port(String listener) {
		return find(listener + " on \\S+:(\\d+)");
	}

	public int httpPort() {
		return find("Tomcat started on port (\\d+)");
	}

	private int find(String pattern) {
		return Pattern.compile(pattern)
			.matcher(log())
			.results()
			.map((MatchResult match) -> Integer.parseInt(match.group(1)))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * What the server has printed so far.
	 */
	public String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
		try {
			Files.delete(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
