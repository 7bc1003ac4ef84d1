package dev.couplet.tcp;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts the clients of one port, has each served on a virtual thread of its own, and
 * between two accepts cuts off those who are late. Runs on one thread.
 */
final class Acceptor {

	/**
	 * How many clients the system holds for us until they are accepted.
	 */
	static final int BACKLOG = 4096;

	/**
	 * How often deadlines are looked at, which is also how exact they are.
	 */
	static final Duration WATCH_INTERVAL = Duration.ofMillis(50);

	private static final Logger logger = LoggerFactory.getLogger(Acceptor.class);

	private static final Duration WARNING_INTERVAL = Duration.ofMinutes(1);

	private final String name;

	private final ServerSocket bound;

	private final TcpProperties.Limits limits;

	private final ConnectionHandler handler;

	private final Set<Connection> connections;

	private final AtomicLong refused;

	private @Nullable Long nextWarning;

	/**
	 * Makes an acceptor.
	 * @param name the listener's name, for the log
	 * @param bound a port whose accepts give up after {@link #WATCH_INTERVAL}
	 * @param limits what the listener puts up with
	 * @param handler serves each connection
	 * @param connections the open connections, kept up to date here
	 * @param refused counts the clients that were too many
	 */
	Acceptor(String name, ServerSocket bound, TcpProperties.Limits limits, ConnectionHandler handler,
			Set<Connection> connections, AtomicLong refused) {
		this.name = name;
		this.bound = bound;
		this.limits = limits;
		this.handler = handler;
		this.connections = connections;
		this.refused = refused;
	}

	/**
	 * Accepts until the port is closed, or until a drain begins and who was waiting then
	 * is served.
	 * @param draining whether the drain has begun
	 */
	void run(BooleanSupplier draining) {
		long nextWatch = System.nanoTime();
		while (!this.bound.isClosed() && !draining.getAsBoolean()) {
			acceptOne();
			long now = System.nanoTime();
			if (now - nextWatch >= 0) {
				this.connections.forEach((connection) -> connection.closeIfLate(now));
				nextWatch = now + WATCH_INTERVAL.toNanos();
			}
		}
		serveThoseWhoWait();
	}

	private void serveThoseWhoWait() {
		try {
			ServerSocketChannel channel = this.bound.getChannel();
			channel.configureBlocking(false);
			// as many as may have been waiting when the drain began, and then the port is
			// closed at once: whoever comes in between gets a reset
			for (int i = 0; i < BACKLOG; i++) {
				SocketChannel client = channel.accept();
				if (client == null) {
					return;
				}
				serve(client.socket());
			}
		}
		catch (IOException ex) {
			logger.debug("The {} listener was closed before its drain", this.name, ex);
		}
	}

	private void acceptOne() {
		try {
			serve(this.bound.accept());
		}
		catch (SocketTimeoutException ex) {
			// nobody came; time to look at the deadlines
		}
		catch (IOException | RuntimeException | Error ex) {
			// for want of file descriptors or memory, which must not end the listener
			if (!this.bound.isClosed()) {
				warnOfFailingAccept(ex);
				LockSupport.parkNanos(WATCH_INTERVAL.toNanos());
			}
		}
	}

	private void warnOfFailingAccept(Throwable cause) {
		long now = System.nanoTime();
		if (this.nextWarning == null || now - this.nextWarning >= 0) {
			logger.warn("The {} listener cannot accept, and keeps trying: {}", this.name, cause.getClass().getName());
			this.nextWarning = now + WARNING_INTERVAL.toNanos();
		}
	}

	private void serve(Socket client) throws IOException {
		Connection connection = null;
		boolean served = false;
		try {
			if (this.connections.size() >= this.limits.maxConnections()) {
				this.refused.incrementAndGet();
				return;
			}
			client.setTcpNoDelay(true);
			connection = new Connection(client, this.limits);
			this.connections.add(connection);
			start(connection);
			served = true;
		}
		catch (SocketException ex) {
			logger.debug("A client of the {} listener left before it was served", this.name, ex);
		}
		finally {
			if (!served) {
				if (connection != null) {
					this.connections.remove(connection);
				}
				client.close();
			}
		}
	}

	private void start(Connection connection) {
		Thread.startVirtualThread(() -> serve(connection));
	}

	private void serve(Connection connection) {
		try {
			this.handler.serve(connection);
		}
		catch (IOException ex) {
			logger.debug("A client of the {} listener left or broke the protocol: {}", this.name, ex.toString());
		}
		catch (RuntimeException | Error ex) {
			// without its message, which could hold a caller's text
			logger.error("The {} listener failed to serve a connection: {}", this.name, ex.getClass().getName());
		}
		finally {
			close(connection);
		}
	}

	private void close(Connection connection) {
		try {
			connection.close();
		}
		finally {
			this.connections.remove(connection);
		}
	}

}
