package dev.couplet.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import dev.couplet.transform.FailedRequests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP port: accepts connections, at most as many as allowed, and has each served by a
 * handler, in {@link EventLoop event loops}. The listener's own thread watches over
 * deadlines and loops.
 */
public final class Listener {

	/**
	 * How many clients the system holds for us until they are accepted.
	 */
	private static final int BACKLOG = 4096;

	/**
	 * How often deadlines and loops are looked at, which is also how exact they are.
	 */
	private static final Duration WATCH_INTERVAL = Duration.ofMillis(20);

	private static final Duration DRAIN_INTERVAL = Duration.ofMillis(5);

	/**
	 * The processors are shared with other listeners, virtual threads and the kernel.
	 */
	private static final int LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	private static final Logger logger = LoggerFactory.getLogger(Listener.class);

	private final String name;

	private final String portProperty;

	private final int configuredPort;

	private final TcpProperties properties;

	private final @Nullable Tls tls;

	private final FailedRequests failed;

	private final Set<ServedConnection> open = ConcurrentHashMap.newKeySet();

	private final AtomicLong refused = new AtomicLong();

	private volatile @Nullable ServerSocketChannel port;

	private volatile boolean draining;

	private volatile @Nullable Thread thread;

	Listener(String name, String portProperty, int port, TcpProperties properties, @Nullable Tls tls,
			FailedRequests failed) {
		this.name = name;
		this.portProperty = portProperty;
		this.configuredPort = port;
		this.properties = properties;
		this.tls = tls;
		this.failed = failed;
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
		ServerSocketChannel current = this.port;
		return (current != null) ? current.socket().getLocalPort() : this.configuredPort;
	}

	/**
	 * Where it listens, for the log.
	 * @return its name, address and port
	 * @throws IOException where it has just been closed
	 */
	String place() throws IOException {
		ServerSocketChannel current = this.port;
		if (current == null || !(current.getLocalAddress() instanceof InetSocketAddress local)) {
			return this.name + " nowhere";
		}
		return this.name + " on " + local.getAddress().getHostAddress() + ":" + local.getPort()
				+ ((this.tls != null) ? " with TLS" : "");
	}

	boolean speaksTls() {
		return this.tls != null;
	}

	public boolean isListening() {
		ServerSocketChannel current = this.port;
		return current != null && current.isOpen();
	}

	/**
	 * How many clients are connected.
	 * @return the open connections
	 */
	public int connections() {
		return this.open.size();
	}

	/**
	 * How many clients were closed at once because there were too many.
	 * @return a count that only grows
	 */
	long refused() {
		return this.refused.get();
	}

	/**
	 * Counts the requests that fail. The listener does it itself for those that never
	 * become a frame, and its protocol for the others.
	 * @return the counters
	 */
	public FailedRequests failed() {
		return this.failed;
	}

	/**
	 * Binds the port and begins to accept. When this returns, clients can connect.
	 * @param handler serves each connection
	 * @throws ListenerStartException where the port cannot be bound
	 */
	public void start(ConnectionHandler handler) {
		String address = this.properties.address();
		try {
			ServerSocketChannel bound = bind(address);
			try {
				start(bound, handler);
			}
			catch (IOException | RuntimeException | Error ex) {
				bound.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new ListenerStartException(this.name, address, this.configuredPort, this.portProperty, ex);
		}
	}

	private void start(ServerSocketChannel bound, ConnectionHandler handler) throws IOException {
		Acceptor acceptor = new Acceptor(this.name, bound, this.properties.tcp(), this.tls, handler, this.open,
				this.refused, new ConnectionFailures(this.name, this.failed));
		List<EventLoop> loops = new ArrayList<>();
		for (int i = 0; i < LOOPS; i++) {
			loops.add(new EventLoop("listener-" + this.name + "-loop-" + (i + 1), acceptor));
		}
		this.draining = false;
		this.port = bound;
		loops.forEach(EventLoop::start);
		this.thread = Thread.ofPlatform().name("listener-" + this.name).start(() -> run(bound, acceptor, loops));
	}

	private ServerSocketChannel bind(String address) throws IOException {
		ServerSocketChannel bound = ServerSocketChannel.open();
		try {
			bound.setOption(StandardSocketOptions.SO_REUSEADDR, true);
			bound.bind(new InetSocketAddress(InetAddress.getByName(address), this.configuredPort), BACKLOG);
			bound.configureBlocking(false);
			return bound;
		}
		catch (IOException | RuntimeException ex) {
			bound.close();
			throw ex;
		}
	}

	private void run(ServerSocketChannel bound, Acceptor acceptor, List<EventLoop> loops) {
		while (bound.isOpen() && !this.draining) {
			watch(loops);
			LockSupport.parkNanos(WATCH_INTERVAL.toNanos());
		}
		takeFromLoops(bound, acceptor, loops);
		rehearseClose();
		serveThoseWhoWait(acceptor);
		close(bound);
		while (this.draining && !this.open.isEmpty()) {
			long now = System.nanoTime();
			this.open.forEach((served) -> served.closeIfIdle(now));
			watch(loops);
			LockSupport.parkNanos(DRAIN_INTERVAL.toNanos());
		}
		loops.forEach(EventLoop::stop);
	}

	private void watch(List<EventLoop> loops) {
		long now = System.nanoTime();
		try {
			this.open.forEach((served) -> served.closeIfLate(now));
			loops.forEach(EventLoop::look);
		}
		catch (RuntimeException | Error ex) {
			// for want of memory or threads; the next look may find some
			logger.warn("The {} listener could not look after everything: {}", this.name, ex.getClass().getName());
		}
	}

	// while a selector has the port, close() leaves it open, for clients that nobody
	// serves
	private void takeFromLoops(ServerSocketChannel bound, Acceptor acceptor, List<EventLoop> loops) {
		loops.forEach(EventLoop::stopAccepting);
		while (bound.isOpen() && bound.isRegistered()) {
			serveThoseWhoWait(acceptor);
			watch(loops);
			LockSupport.parkNanos(DRAIN_INTERVAL.toNanos());
		}
	}

	private static void serveThoseWhoWait(Acceptor acceptor) {
		// as many as may have been waiting when the drain began, and then the port is
		// closed at once: whoever comes in between gets a reset
		for (int i = 0; i < BACKLOG; i++) {
			ServedConnection served = acceptor.accept();
			if (served == null) {
				return;
			}
			served.serveOnThread();
		}
	}

	// whoever the system has taken in between the last accept and the close is reset. The
	// first close in a JVM takes a tenth of a millisecond, and the second a tenth of that
	private static void rehearseClose() {
		try {
			ServerSocketChannel.open().close();
		}
		catch (IOException ex) {
			// there is no file descriptor for it, and no harm done
		}
	}

	private void close(ServerSocketChannel bound) {
		try {
			bound.close();
		}
		catch (IOException ex) {
			logger.debug("Closing the {} listener failed", this.name, ex);
		}
	}

	/**
	 * Stops accepting and closes idle connections, and lets requests that have begun get
	 * their replies. Returns at once.
	 */
	void beginDrain() {
		this.draining = true;
		LockSupport.unpark(this.thread);
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

	/**
	 * Stops accepting and closes every connection, whatever it is doing.
	 */
	public void stop() {
		this.draining = false;
		ServerSocketChannel current = this.port;
		if (current != null) {
			close(current);
			LockSupport.unpark(this.thread);
			try {
				awaitDrain();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		// after the listener's threads have ended, which could have accepted one more
		this.open.forEach(ServedConnection::abandon);
	}

}
