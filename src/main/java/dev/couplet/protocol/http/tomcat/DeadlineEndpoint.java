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
 * The port of a {@link DeadlineProtocol}. When it is to be closed, who waits in its queue
 * is let in first: Tomcat by itself would accept them, and close them unheard.
 *
 * <p>
 * Of Tomcat's internals it relies on these: one thread accepts, by
 * {@link #serverSocketAccept()}, and what it gets becomes a connection in
 * {@link #setSocketOptions(SocketChannel)}; and a connection is closed after the answer
 * where it is the last of {@link #getMaxKeepAliveRequests()}.
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

	// also where a server that was stopped is started again
	@Override
	public void bind() throws Exception {
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
			// the client has left already; what is known as a connection, the acceptor
			// closes
			if (!this.connections.containsKey(socket)) {
				destroySocket(socket);
			}
			return false;
		}
	}

	// what Tomcat does, but for the class of the connection
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
	 * Has the thread that accepts let in who waits, however many are connected, and then
	 * close the port.
	 */
	void drain() {
		if (!this.draining) {
			this.maxConnections = getMaxConnections();
		}
		this.draining = true;
		// or it would wait for one of them to leave
		setMaxConnections(-1);
		InetSocketAddress port = openPort();
		if (port != null) {
			wake(port);
		}
	}

	/**
	 * One where the port is about to be closed: by itself, Tomcat says so only when it
	 * is, and who was let in before would be kept.
	 */
	@Override
	public int getMaxKeepAliveRequests() {
		return this.draining ? 1 : super.getMaxKeepAliveRequests();
	}

	boolean isOpen() {
		return getServerSocket() instanceof ServerSocketChannel port && port.isOpen();
	}

	@Nullable InetSocketAddress openPort() {
		try {
			return (getServerSocket() != null) ? getLocalAddress() : null;
		}
		catch (IOException ex) {
			// closed already
			return null;
		}
	}

	// there is no other way to end an accept() and keep the port
	private static void wake(InetSocketAddress port) {
		InetAddress address = port.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress()
				: port.getAddress();
		try {
			SocketChannel.open(new InetSocketAddress(address, port.getPort())).close();
		}
		catch (IOException ex) {
			// closed at this very moment
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
		// what the acceptor gets now that it is stopped, it closes
		return SocketChannel.open();
	}

	@Override
	protected void unlockAccept() {
		if (!this.draining) {
			super.unlockAccept();
		}
	}

}
