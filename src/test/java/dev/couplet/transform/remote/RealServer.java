package dev.couplet.transform.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A server in a process of its own, on a port that it keeps when it starts again.
 */
final class RealServer implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final Kind kind;

	private final int port = freePort();

	private Process process;

	private RealServer(Kind kind) {
		this.kind = kind;
		this.process = start();
	}

	/**
	 * Starts a server.
	 * @param kind the kind of server. The test is skipped if it is not installed
	 * @return the server, which accepts connections
	 */
	static RealServer start(Kind kind) {
		assumeThat(kind.isInstalled()).as(kind + " is installed").isTrue();
		RealServer server = new RealServer(kind);
		server.awaitListening();
		return server;
	}

	private Process start() {
		try {
			return new ProcessBuilder(this.kind.command(this.port)).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitListening() {
		Awaitility.await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
			new Socket(InetAddress.getLoopbackAddress(), this.port).close();
			return true;
		});
	}

	int port() {
		return this.port;
	}

	String uri(int port) {
		return this.kind.uri.formatted(port);
	}

	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/**
	 * Starts the server again after it was killed, and does not wait until it listens.
	 */
	void restart() {
		this.process = start();
	}

	void signal(String name) throws IOException {
		Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).start();
		assertThat(kill.onExit().join().exitValue()).isZero();
	}

	@Override
	public void close() {
		kill();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A kind of server.
	 */
	enum Kind {

		/** Another Couplet, which closes a connection after each reply. */
		COUPLET_NETSTRING("netstring://localhost:%d/upper-case", "couplet.netstring.port"),

		/** Another Couplet, whose connections stay open. */
		COUPLET_SOCKETMAP("socketmap://localhost:%d/upper-case", "couplet.socketmap.port"),

		/** Another Couplet over HTTP. */
		COUPLET_HTTP("http://localhost:%d/transforms/upper-case", "server.port"),

		/** The tutorial's own protocol, by Twisted. */
		TWISTED("netstring://localhost:%d/upper", "twisted_server.py") {

			@Override
			boolean isInstalled() {
				return runs("import twisted");
			}

			@Override
			List<String> command(int port) {
				return script(port);
			}

		},

		/** The HTTP server of Python. */
		PYTHON_HTTP("http://localhost:%d/upper", "http_server.py") {

			@Override
			boolean isInstalled() {
				return runs("import http.server");
			}

			@Override
			List<String> command(int port) {
				return script(port);
			}

		};

		// not the first one on the PATH, which need not have the packages of the system
		private static final String PYTHON = "/usr/bin/python3";

		private static final List<String> PORTS = List.of("couplet.netstring.port", "couplet.socketmap.port",
				"couplet.grpc.port", "server.port", "couplet.poetry.servers[0].port");

		private final String uri;

		private final String what;

		Kind(String uri, String what) {
			this.uri = uri;
			this.what = what;
		}

		boolean isInstalled() {
			return true;
		}

		List<String> command(int port) {
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
							System.getProperty("couplet.jar")));
			PORTS.forEach((setting) -> command.add("--" + setting + "=" + (setting.equals(this.what) ? port : 0)));
			return command;
		}

		List<String> script(int port) {
			return List.of(PYTHON, "src/test/python/" + this.what, Integer.toString(port));
		}

		static boolean runs(String program) {
			try {
				return new ProcessBuilder(PYTHON, "-c", program).start().onExit().join().exitValue() == 0;
			}
			catch (IOException ex) {
				return false;
			}
		}

	}

}
