package dev.couplet.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.Metrics;
import dev.couplet.SocketClient;
import org.jspecify.annotations.Nullable;

/**
 * The jar in a separate process whose output and errors go to a pipe. The pipe is read
 * only when a test does so.
 */
final class PipedServer implements AutoCloseable {

	private static final List<String> ANY_PORTS = List.of("--server.port=0", "--couplet.netstring.port=0",
			"--couplet.socketmap.port=0", "--couplet.grpc.port=0", "--couplet.poetry.servers[0].port=0");

	private final Process process;

	private final BufferedReader output;

	private final StringBuilder read = new StringBuilder();

	/**
	 * Starts the jar without reading its output.
	 */
	PipedServer(List<String> settings) {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElseThrow());
		command.addAll(List.of("-jar", System.getProperty("couplet.jar")));
		command.addAll(ANY_PORTS);
		command.addAll(settings);
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
			this.output = this.process.inputReader();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	PipedServer awaitStart() {
		readUntil("Started CoupletApplication");
		return this;
	}

	/**
	 * Reads lines.
	 * @param pattern what the last line that is read has in it
	 * @return the match
	 */
	MatchResult readUntil(String pattern) {
		Pattern compiled = Pattern.compile(pattern);
		for (String line = readLine(); line != null; line = readLine()) {
			Matcher matcher = compiled.matcher(line);
			if (matcher.find()) {
				return matcher;
			}
		}
		throw new AssertionError("no " + pattern + " in " + this.read);
	}

	/**
	 * Reads everything until the process ends.
	 * @return all that was read so far
	 */
	String readToEnd() {
		while (readLine() != null) {
			// keeps it
		}
		return this.read.toString();
	}

	private @Nullable String readLine() {
		try {
			String line = this.output.readLine();
			if (line != null) {
				this.read.append(line).append('\n');
			}
			return line;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port(String listener) {
		return find(listener + " on \\S+:(\\d+)");
	}

	Metrics metrics() {
		return new Metrics(httpPort());
	}

	/**
	 * The answer to a GET, from the status line on.
	 */
	String get(String path) {
		return SocketClient.exchange(httpPort(),
				"GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
	}

	private int httpPort() {
		return find("Tomcat started on port (\\d+)");
	}

	private int find(String pattern) {
		return Pattern.compile(pattern)
			.matcher(this.read)
			.results()
			.map((match) -> Integer.parseInt(match.group(1)))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Sends SIGTERM, and returns.
	 */
	void stop() {
		// the process itself would close the pipe
		this.process.toHandle().destroy();
	}

	/**
	 * Waits for the end of the process, and reads nothing.
	 * @return its exit status
	 */
	int awaitExit() {
		return this.process.onExit().join().exitValue();
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
