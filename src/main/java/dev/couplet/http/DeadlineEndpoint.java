package dev.couplet.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The port of a {@link DeadlineProtocol}. When it is to be closed, who waits in its queue
 * is let in first: Tomcat by itself would accept them, and close them unheard.
 */
final class DeadlineEndpoint extends NioEndpoint {

	private @Nullable RequestDeadline deadline;

	private volatile boolean draining;

	void bound(RequestDeadline deadline) {
		this.deadline = deadline;
	}

	// also where a server that was stopped is started again
	@Override
	public void bind() throws Exception {
		this.draining = false;
		super.bind();
	}

	@Override
	protected NioChannel createChannel(SocketBufferHandler buffer) {
		return (this.deadline != null && isSSLEnabled()) ? new DeadlineChannel(buffer, this, this.deadline)
				: super.createChannel(buffer);
	}

	/**
	 * Has the thread that accepts close the port, as soon as nobody waits there.
	 */
	void drain() {
		this.draining = true;
		InetSocketAddress port = openPort();
		if (port != null) {
			wake(port);
		}
	}

	boolean isOpen() {
		return getServerSocket() instanceof ServerSocketChannel port && port.isOpen();
	}

	private @Nullable InetSocketAddress openPort() {
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
