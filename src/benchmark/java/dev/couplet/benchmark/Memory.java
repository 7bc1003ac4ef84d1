package dev.couplet.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The resident memory of a freshly started server with many clients that are idle after
 * one request each.
 *
 * @param clients what the clients are
 * @param server the name of the server
 * @param before bytes without clients
 * @param after bytes with clients
 * @param lost the number of clients that the server disconnected
 */
record Memory(String clients, String server, long before, long after, long lost) {

	static final int CLIENTS = 10_000;

	private static final Duration SETTLE = Duration.ofSeconds(2);

	/**
	 * Starts a server and opens sessions.
	 * @param kind the server
	 * @return the result
	 * @throws IOException if it does not start or refuses a session
	 */
	static Memory ofSessions(ServerKind kind) throws IOException {
		return measure("sessions", kind, Exchange.session(Exchange.POEM, 1));
	}

	/**
	 * Starts a server in 512 MB three times, and connects clients of gRPC and MCP.
	 * @param kind the server
	 * @return the results
	 * @throws IOException if it does not start or refuses a client
	 */
	static List<Memory> ofGrpcAndMcp(ServerKind kind) throws IOException {
		return List.of(measure("gRPC clients, JVM in 512 MB", kind, Http2Call.unary()),
				measure("gRPC streams, JVM in 512 MB", kind, Http2Call.stream()),
				measure("MCP clients, JVM in 512 MB", kind, Exchange.mcp()));
	}

	private static Memory measure(String clients, ServerKind kind, Exchange first) throws IOException {
		try (Server server = kind.start()) {
			long before = server.residentBytes();
			try (IdleConnections idle = IdleConnections.open(server, first.service(), CLIENTS, first)) {
				Pause.of(SETTLE);
				Memory memory = new Memory(clients, kind.name(), before, server.residentBytes(), idle.lost());
				Progress.show("memory: %s: %s".formatted(kind.name(), memory.summary()));
				return memory;
			}
		}
	}

	/**
	 * Returns a short description.
	 * @return the memory, and losses if there were any
	 */
	String summary() {
		return "%d MB with %,d idle %s (%d MB without)".formatted(megabytes(this.after), CLIENTS, this.clients,
				megabytes(this.before)) + ((this.lost > 0) ? ", " + this.lost + " lost" : "");
	}

	static long megabytes(long bytes) {
		return Math.round(bytes / (1024.0 * 1024.0));
	}

}
