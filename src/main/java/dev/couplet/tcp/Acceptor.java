package dev.couplet.tcp;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets clients in: as many as there may be, and whatever goes wrong with one of them.
 * Shared by the loops of a listener.
 */
final class Acceptor {

	private static final Logger logger = LoggerFactory.getLogger(Acceptor.class);

	private static final Duration WARNING_INTERVAL = Duration.ofMinutes(1);

	private final String name;

	private final ServerSocketChannel port;

	private final TcpProperties.Limits limits;

	private final @Nullable Tls tls;

	private final ConnectionHandler handler;

	private final Set<ServedConnection> open;

	private final AtomicLong refused;

	private final ConnectionFailures failures;

	private volatile boolean failing;

	private @Nullable Long nextWarning;

	/**
	 * Makes an acceptor.
	 * @param name the listener's name, for the log
	 * @param port a port that does not block
	 * @param limits what the listener puts up with
	 * @param tls how the listener speaks TLS, or null where it does not
	 * @param handler serves each connection
	 * @param open the open connections
	 * @param refused counts the clients that were too many
	 * @param failures counts the requests that fail
	 */
	Acceptor(String name, ServerSocketChannel port, TcpProperties.Limits limits, @Nullable Tls tls,
			ConnectionHandler handler, Set<ServedConnection> open, AtomicLong refused, ConnectionFailures failures) {
		this.name = name;
		this.port = port;
		this.limits = limits;
		this.tls = tls;
		this.handler = handler;
		this.open = open;
		this.refused = refused;
		this.failures = failures;
	}

	/**
	 * Has a selector tell when clients wait.
	 * @param selector the selector
	 * @return its key for the port
	 * @throws IOException where the port is closed
	 */
	SelectionKey register(Selector selector) throws IOException {
		return this.port.register(selector, SelectionKey.OP_ACCEPT);
	}

	/**
	 * Lets the next client in that there may be.
	 * @return null where none waits, or where accepting {@link #isFailing() fails}
	 */
	@Nullable ServedConnection accept() {
		try {
			SocketChannel client = this.port.accept();
			while (client != null) {
				ServedConnection served = admit(client);
				if (served != null) {
					return served;
				}
				client = this.port.accept();
			}
			this.failing = false;
		}
		catch (ClosedChannelException ex) {
			// the listener stops
		}
		catch (IOException | RuntimeException | Error ex) {
			// for want of file descriptors or memory, which must not end the listener
			this.failing = true;
			warnOfFailure(ex);
		}
		return null;
	}

	/**
	 * Tells whether clients may wait that cannot be let in.
	 * @return whether the last attempt failed
	 */
	boolean isFailing() {
		return this.failing;
	}

	private @Nullable ServedConnection admit(SocketChannel client) throws IOException {
		boolean admitted = false;
		try {
			if (this.open.size() >= this.limits.maxConnections()) {
				this.refused.incrementAndGet();
				return null;
			}
			client.configureBlocking(false);
			ServedConnection served = new ServedConnection(new Connection(client, this.limits, this.tls), this.handler,
					this.open, this.failures);
			admitted = true;
			return served;
		}
		finally {
			if (!admitted) {
				client.close();
			}
		}
	}

	private synchronized void warnOfFailure(Throwable cause) {
		long now = System.nanoTime();
		if (this.nextWarning == null || now - this.nextWarning >= 0) {
			logger.warn("The {} listener cannot accept, and keeps trying: {}", this.name, cause.getClass().getName());
			this.nextWarning = now + WARNING_INTERVAL.toNanos();
		}
	}

}
