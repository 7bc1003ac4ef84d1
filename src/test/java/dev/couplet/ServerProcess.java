package dev.couplet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server in a separate process, on free ports.
 */
public final class ServerProcess implements AutoCloseable {

	static final Map<String, String> ANY_PORTS = Map.of("SERVER_PORT", "0", "COUPLET_NETSTRING_PORT", "0",
			"COUPLET_SOCKETMAP_PORT", "0", "COUPLET_GRPC_PORT", "0", "COUPLET_POETRY_SERVERS_0_PORT", "0");

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final Process process;

	private final Path log;

	private ServerProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Starts a server and waits until it has started.
	 * @param command the command, whose environment is extended
	 * @return the server
	 */
	public static ServerProcess start(ProcessBuilder command) {
		try {
			Path log = Files.createTempFile("server", ".log");
			ANY_PORTS.forEach(command.environment()::putIfAbsent);
			Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
			ServerProcess server = new ServerProcess(process, log);
			try {
				Awaitility.await()
					.atMost(TIMEOUT)
					.until(() -> !process.isAlive() || server.log().contains("Started CoupletApplication"));
				assertThat(process.isAlive()).as(server.log()).isTrue();
				return server;
			}
			catch (RuntimeException | Error ex) {
				server.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts the jar with settings, which start with {@code --}, and JVM options.
	 */
	public static ServerProcess startJar(String... arguments) {
		return startJarBy(List.of(), arguments);
	}

	/**
	 * Starts the jar in a shell after a command.
	 * @param limit the command, such as {@code ulimit -n 200}
	 */
	public static ServerProcess startJarAfter(String limit, String... arguments) {
		return startJarBy(List.of("bash", "-c", limit + " && exec \"$0\" \"$@\""), arguments);
	}

	/**
	 * Starts the jar through a program that executes its trailing arguments in its own
	 * process.
	 * @param launcher the program and its first arguments
	 */
	public static ServerProcess startJarBy(List<String> launcher, String... arguments) {
		List<String> command = new ArrayList<>(launcher);
		command.add(ProcessHandle.current().info().command().orElseThrow());
		settings(arguments, false).forEach(command::add);
		command.addAll(List.of("-jar", System.getProperty("couplet.jar")));
		settings(arguments, true).forEach(command::add);
		return start(new ProcessBuilder(command));
	}

	private static Stream<String> settings(String[] arguments, boolean settings) {
		return Arrays.stream(arguments).filter((argument) -> argument.startsWith("--") == settings);
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

	public Metrics metrics() {
		return new Metrics(httpPort());
	}

	/**
	 * Returns the response to a GET request, including the status line.
	 */
	public String get(String path) {
		return SocketClient.exchange(httpPort(),
				"GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	public long pid() {
		return this.process.pid();
	}

	/**
	 * Returns the number of threads according to the operating system, including those of
	 * the JVM.
	 */
	public int threads() {
		return entries("task");
	}

	public int openFiles() {
		return entries("fd");
	}

	private int entries(String folder) {
		try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(pid()), folder))) {
			return (int) entries.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends a signal, and waits until it has been sent.
	 * @param name the signal's name without SIG
	 */
	public void signal(String name) {
		try {
			Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start();
			assertThat(kill.onExit().join().exitValue()).isZero();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends SIGTERM and returns immediately.
	 */
	public void stop() {
		this.process.destroy();
	}

	/**
	 * Waits until the process has ended.
	 * @return the output of the server
	 */
	public String awaitExit() {
		assertThat(this.process.onExit()).as(this::log).succeedsWithin(TIMEOUT);
		return log();
	}

	/**
	 * Returns the output of the server so far.
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
