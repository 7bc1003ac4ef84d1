package dev.couplet.benchmark;

import java.io.IOException;
import java.time.Duration;

/**
 * The resident memory of a freshly started server with many sessions that are idle after
 * one request each.
 *
 * @param server the name of the server
 * @param before bytes without sessions
 * @param after bytes with sessions
 * @param lost the number of sessions that the server closed
 */
record Memory(String server, long before, long after, long lost) {

	static final int SESSIONS = 10_000;

	private static final Duration SETTLE = Duration.ofSeconds(2);

	/**
	 * Starts a server and opens the sessions.
	 * @param kind the server
	 * @return the result
	 * @throws IOException if it does not start or refuses a session
	 */
	static Memory measure(ServerKind kind) throws IOException {
		try (Server server = kind.start()) {
			long before = server.residentBytes();
			try (IdleConnections idle = IdleConnections.open(server, Service.SOCKETMAP, SESSIONS,
					Exchange.session(Exchange.POEM, 1))) {
				Pause.of(SETTLE);
				Memory memory = new Memory(kind.name(), before, server.residentBytes(), idle.lost());
				Progress.show("memory: %s: %d MB before, %d MB with %,d idle sessions, %d lost".formatted(kind.name(),
						megabytes(memory.before), megabytes(memory.after), SESSIONS, memory.lost));
				return memory;
			}
		}
	}

	static long megabytes(long bytes) {
		return Math.round(bytes / (1024.0 * 1024.0));
	}

}
