package dev.couplet.transform.remote;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

import dev.couplet.client.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one server that wait for their next request. The one that was used
 * last is the next one to be used, so that those which are not needed expire.
 */
final class IdleConnections implements AutoCloseable {

	private static final Duration MAX_IDLE = Duration.ofSeconds(30);

	private final Deque<Idle> connections = new ConcurrentLinkedDeque<>();

	/**
	 * Takes a connection.
	 * @return a connection that the server has not closed, or null if there is none
	 */
	@Nullable FrameConnection take() {
		for (Idle idle = this.connections.pollFirst(); idle != null; idle = this.connections.pollFirst()) {
			idle.expiry().close();
			if (idle.connection().isUsable()) {
				return idle.connection();
			}
			idle.connection().close();
		}
		return null;
	}

	/**
	 * Adds a connection.
	 * @param connection a connection without a request in flight
	 */
	void add(FrameConnection connection) {
		this.connections.addFirst(new Idle(connection, new Deadline(connection, MAX_IDLE)));
		removeExpired();
	}

	private void removeExpired() {
		for (Idle oldest = this.connections.peekLast(); oldest != null
				&& oldest.expiry().passed(); oldest = this.connections.peekLast()) {
			this.connections.removeLastOccurrence(oldest);
		}
	}

	@Override
	public void close() {
		for (Idle idle = this.connections.pollFirst(); idle != null; idle = this.connections.pollFirst()) {
			idle.expiry().close();
			idle.connection().close();
		}
	}

	/**
	 * An idle connection.
	 *
	 * @param connection the connection
	 * @param expiry closes it
	 */
	private record Idle(FrameConnection connection, Deadline expiry) {

	}

}
