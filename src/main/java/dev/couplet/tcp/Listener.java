package dev.couplet.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP port that serves one protocol. A thread of its own accepts, and between two
 * accepts looks for clients that are late; each connection has a virtual thread.
 */
public final class Listener {

	private static final Logger logger = LoggerFactory.getLogger(Listener.class);

	private static final Duration DRAIN_INTERVAL = Duration.ofMillis(5);

	private final String name;

	private final String portProperty;

	private final int configuredPort;

	private final TcpProperties properties;

	private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

	private final AtomicLong refused = new AtomicLong();

	private volatile @Nullable ServerSocket socket;

	private volatile boolean draining;

	private volatile @Nullable Thread thread;

	Listener(String name, String portProperty, int port, TcpProperties properties) {
		this.name = name;
		this.portProperty = portProperty;
		this.configuredPort = port;
		this.properties = properties;
	}

	/**
	 * The listener's name, which is that of its protocol where the protocol has one port.
	 * @return a short name, fit for a metric's tag
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The port that it listens on, or is meant to.
	 * @return the port; where the settings leave the choice to the system, 0 until it
	 * listens
	 */
	public int port() {
		ServerSocket current = this.socket;
		return (current != null) ? current.getLocalPort() : this.configuredPort;
	}

	public boolean isListening() {
		ServerSocket current = this.socket;
		return current != null && !current.isClosed();
	}

	/**
	 * How many clients are connected.
	 * @return the open connections
	 */
	public int connections() {
		return this.connections.size();
	}

	/**
	 * How many clients were closed at once because there were too many.
	 * @return a count that only grows
	 */
	long refused() {
		return this.refused.get();
	}

	/**
	 * Binds the port and begins to accept. When this returns, clients can connect.
	 * @param handler serves each connection
	 * @throws ListenerStartException where the port cannot be bound
	 */
	public void start(ConnectionHandler handler) {
		ServerSocket bound = bind();
		Acceptor acceptor = new Acceptor(this.name, bound, this.properties.tcp(), handler, this.connections,
				this.refused);
		logger.info("{} listens on {}", this.name, bound.getLocalSocketAddress());
		this.draining = false;
		this.socket = bound;
		this.thread = Thread.ofPlatform().name("listener-" + this.name).start(() -> run(bound, acceptor));
	}

	private ServerSocket bind() {
		String address = this.properties.address();
		try {
			ServerSocket bound = ServerSocketChannel.open().socket();
			try {
				bound.setReuseAddress(true);
				bound.setSoTimeout((int) Acceptor.WATCH_INTERVAL.toMillis());
				bound.bind(new InetSocketAddress(InetAddress.getByName(address), this.configuredPort),
						Acceptor.BACKLOG);
				return bound;
			}
			catch (IOException ex) {
				bound.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new ListenerStartException(this.name, address, this.configuredPort, this.portProperty, ex);
		}
	}

	private void run(ServerSocket bound, Acceptor acceptor) {
		try (bound) {
			acceptor.run(() -> this.draining);
		}
		catch (IOException ex) {
			logger.debug("Closing the {} listener failed", this.name, ex);
		}
		awaitLastReplies();
	}

	/**
	 * Stops accepting and closes idle connections, and lets requests that have begun get
	 * their replies. Returns at once.
	 */
	void beginDrain() {
		this.draining = true;
	}

	/**
	 * Waits for the end of the drain.
	 * @throws InterruptedException where the waiting thread is interrupted
	 */
	void awaitDrain() throws InterruptedException {
		Thread current = this.thread;
		if (current != null) {
			current.join();
		}
	}

	private void awaitLastReplies() {
		while (this.draining && !this.connections.isEmpty()) {
			long now = System.nanoTime();
			this.connections.forEach((connection) -> {
				connection.closeIfIdle(now);
				connection.closeIfLate(now);
			});
			LockSupport.parkNanos(DRAIN_INTERVAL.toNanos());
		}
	}

	/**
	 * Stops accepting and closes every connection, whatever it is doing.
	 */
	public void stop() {
		this.draining = false;
		ServerSocket current = this.socket;
		if (current != null) {
			try {
				current.close();
				awaitDrain();
			}
			catch (IOException ex) {
				logger.debug("Closing the {} listener failed", this.name, ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		// after the listener's thread has ended, which could have accepted one more
		this.connections.forEach(Connection::closeNow);
	}

}
