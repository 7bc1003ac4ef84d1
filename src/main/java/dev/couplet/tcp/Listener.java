package dev.couplet.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP port that serves one protocol. A thread of its own accepts, and between two
 * accepts looks for clients that are late; each connection has a virtual thread.
 */
public final class Listener {

	private static final Logger logger = LoggerFactory.getLogger(Listener.class);

	/**
	 * How many clients the system holds for us until they are accepted.
	 */
	private static final int BACKLOG = 4096;

	/**
	 * How often deadlines are looked at, which is also how exact they are.
	 */
	private static final Duration WATCH_INTERVAL = Duration.ofMillis(50);

	private static final Duration DRAIN_INTERVAL = Duration.ofMillis(5);

	private static final Duration WARNING_INTERVAL = Duration.ofMinutes(1);

	private final String name;

	private final String portProperty;

	private final int configuredPort;

	private final TcpProperties properties;

	private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

	private final AtomicLong refused = new AtomicLong();

	private volatile @Nullable ServerSocket socket;

	private volatile boolean draining;

	private volatile @Nullable Thread thread;

	private @Nullable Long nextWarning;

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
		logger.info("{} listens on {}", this.name, bound.getLocalSocketAddress());
		this.draining = false;
		this.socket = bound;
		this.thread = Thread.ofPlatform().name("listener-" + this.name).start(() -> run(bound, handler));
	}

	private ServerSocket bind() {
		String address = this.properties.address();
		try {
			ServerSocket bound = ServerSocketChannel.open().socket();
			try {
				bound.setReuseAddress(true);
				bound.setSoTimeout((int) WATCH_INTERVAL.toMillis());
				bound.bind(new InetSocketAddress(InetAddress.getByName(address), this.configuredPort), BACKLOG);
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

	private void run(ServerSocket bound, ConnectionHandler handler) {
		try (bound) {
			accept(bound, handler);
		}
		catch (IOException ex) {
			logger.debug("Closing the {} listener failed", this.name, ex);
		}
		awaitLastReplies();
	}

	private void accept(ServerSocket bound, ConnectionHandler handler) {
		long nextWatch = System.nanoTime();
		while (!bound.isClosed() && !this.draining) {
			acceptOne(bound, handler);
			long now = System.nanoTime();
			if (now - nextWatch >= 0) {
				this.connections.forEach((connection) -> connection.closeIfLate(now));
				nextWatch = now + WATCH_INTERVAL.toNanos();
			}
		}
		serveThoseWhoWait(bound, handler);
	}

	private void serveThoseWhoWait(ServerSocket bound, ConnectionHandler handler) {
		try {
			ServerSocketChannel channel = bound.getChannel();
			channel.configureBlocking(false);
			// as many as may have been waiting when the drain began, and then the port is
			// closed at once: whoever comes in between gets a reset
			for (int i = 0; i < BACKLOG; i++) {
				SocketChannel client = channel.accept();
				if (client == null) {
					return;
				}
				serve(client.socket(), handler);
			}
		}
		catch (IOException ex) {
			logger.debug("The {} listener was closed before its drain", this.name, ex);
		}
	}

	private void acceptOne(ServerSocket bound, ConnectionHandler handler) {
		try {
			serve(bound.accept(), handler);
		}
		catch (SocketTimeoutException ex) {
			// nobody came; time to look at the deadlines
		}
		catch (IOException | RuntimeException | Error ex) {
			// for want of file descriptors or memory, which must not end the listener
			if (!bound.isClosed()) {
				warnOfFailingAccept(ex);
				pause(WATCH_INTERVAL);
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

	private void serve(Socket client, ConnectionHandler handler) throws IOException {
		Connection connection = null;
		boolean served = false;
		try {
			if (this.connections.size() >= this.properties.tcp().maxConnections()) {
				this.refused.incrementAndGet();
				return;
			}
			client.setTcpNoDelay(true);
			connection = new Connection(client, this.properties.tcp());
			this.connections.add(connection);
			start(connection, handler);
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

	private void start(Connection connection, ConnectionHandler handler) {
		Thread.startVirtualThread(() -> serve(connection, handler));
	}

	private void serve(Connection connection, ConnectionHandler handler) {
		try {
			handler.serve(connection);
		}
		catch (IOException ex) {
			logger.debug("A client of the {} listener left or broke the protocol: {}", this.name, ex.toString());
		}
		catch (RuntimeException | Error ex) {
			// without its message, which could hold a caller's text
			logger.error("The {} listener failed to serve a connection: {}", this.name, ex.getClass().getName());
		}
		finally {
			connection.close();
			this.connections.remove(connection);
		}
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
			pause(DRAIN_INTERVAL);
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

	private static void pause(Duration duration) {
		try {
			Thread.sleep(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
