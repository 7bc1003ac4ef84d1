package dev.couplet.protocol.http.tomcat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import org.apache.tomcat.util.collections.SynchronizedStack;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The port of a {@link DeadlineProtocol}. Before the port is closed, the connections in
 * the backlog are accepted and served. Tomcat itself would close them without serving
 * them.
 *
 * <p>
 * It relies on these internals of Tomcat: one thread accepts with
 * {@link #serverSocketAccept()}, and passes the socket to
 * {@link #setSocketOptions(SocketChannel)}; and a connection is closed after the last of
 * {@link #getMaxKeepAliveRequests()} responses.
 */
final class DeadlineEndpoint extends NioEndpoint {

	@SuppressWarnings("NullAway.Init") // it comes with the protocol, before any
										// connection
	private RequestTimeouts timeouts;

	private volatile boolean draining;

	private int maxConnections;

	void setTimeouts(RequestTimeouts timeouts) {
		this.timeouts = timeouts;
	}

	// also called when a stopped server is started again
	@Override
	public synchronized void bind() throws Exception {
		if (this.draining) {
			this.draining = false;
			setMaxConnections(this.maxConnections);
		}
		super.bind();
	}

	@Override
	protected NioChannel createChannel(SocketBufferHandler buffer) {
		return isSSLEnabled() ? new DeadlineChannel(buffer, this, this.timeouts) : super.createChannel(buffer);
	}

	@Override
	protected boolean setSocketOptions(SocketChannel socket) {
		try {
			connect(socket);
			return true;
		}
		catch (IOException | RuntimeException ex) {
			// the client has disconnected. The acceptor closes registered connections
			// only
			if (!this.connections.containsKey(socket)) {
				destroySocket(socket);
			}
			return false;
		}
	}

	// as in Tomcat, except for the class of the connection
	private void connect(SocketChannel socket) throws IOException {
		SynchronizedStack<NioChannel> pool = getNioChannels();
		NioChannel pooled = (pool != null) ? pool.pop() : null;
		NioChannel channel = (pooled != null) ? pooled : createChannel(newBuffer());
		DeadlineSocket connection = new DeadlineSocket(channel, this, this.timeouts);
		channel.reset(socket, connection);
		this.connections.put(socket, connection);
		socket.configureBlocking(false);
		this.socketProperties.setProperties(socket.socket());
		connection.setReadTimeout(getConnectionTimeout());
		connection.setWriteTimeout(getConnectionTimeout());
		connection.setKeepAliveLeft(getMaxKeepAliveRequests());
		getPoller().register(connection);
	}

	private SocketBufferHandler newBuffer() {
		return new SocketBufferHandler(this.socketProperties.getAppReadBufSize(),
				this.socketProperties.getAppWriteBufSize(), this.socketProperties.getDirectBuffer());
	}

	/**
	 * Makes the acceptor thread accept the backlog, regardless of the connection limit,
	 * and then close the port.
	 */
	void drain() {
		liftConnectionLimit();
		// not under the lock: it connects
		InetSocketAddress port = openPort();
		if (port != null) {
			wakeAcceptor(port);
		}
	}

	// otherwise the acceptor would wait for a connection to close
	private synchronized void liftConnectionLimit() {
		if (!this.draining) {
			this.maxConnections = getMaxConnections();
			this.draining = true;
			setMaxConnections(-1);
		}
	}

	/**
	 * Returns 1 during the drain, so that connections are closed after the current
	 * request. Tomcat itself does that only after the port has been closed.
	 */
	@Override
	public int getMaxKeepAliveRequests() {
		return this.draining ? 1 : super.getMaxKeepAliveRequests();
	}

	int openConnections() {
		return this.connections.size();
	}

	/**
	 * Returns the maximum number of connections. Tomcat's own value is -1 during the
	 * drain.
	 * @return at least 1
	 */
	synchronized int connectionLimit() {
		return this.draining ? this.maxConnections : getMaxConnections();
	}

	boolean isOpen() {
		return getServerSocket() instanceof ServerSocketChannel port && port.isOpen();
	}

	@Nullable InetSocketAddress openPort() {
		try {
			return (getServerSocket() != null) ? getLocalAddress() : null;
		}
		catch (IOException ex) {
			// already closed
			return null;
		}
	}

	// only a connection ends an accept() without closing the port
	private static void wakeAcceptor(InetSocketAddress port) {
		InetAddress address = port.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress()
				: port.getAddress();
		try {
			SocketChannel.open(new InetSocketAddress(address, port.getPort())).close();
		}
		catch (IOException ex) {
			// closed in the meantime
		}
	}

	@Override
	protected SocketChannel serverSocketAccept() throws Exception {
		if (!this.draining) {
			return super.serverSocketAccept();
		}
		if (getServerSocket() instanceof ServerSocketChannel port && port.isOpen()) {
			port.configureBlocking(false);
			SocketChannel waiting = port.accept();
			if (waiting != null) {
				return waiting;
			}
			port.close();
		}
		closeServerSocketGraceful();
		// the acceptor closes this one, because it has been stopped
		return SocketChannel.open();
	}

	@Override
	protected void unlockAccept() {
		if (!this.draining) {
			super.unlockAccept();
		}
	}

}
