package dev.couplet.tcp;

import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;
import org.springframework.integration.ip.tcp.connection.AbstractServerConnectionFactory;
import org.springframework.integration.ip.tcp.connection.TcpListener;
import org.springframework.integration.ip.tcp.connection.TcpSender;
import org.springframework.util.Assert;

/**
 * Hands the connections of a listener to a Spring Integration gateway. Stands in the
 * place of the framework's own factory, whose accept loop, limits and shutdown are not
 * what an open port needs; RATIONALE.md tells more.
 */
final class ListenerConnectionFactory extends AbstractServerConnectionFactory {

	private final Listener listener;

	private final Serializer<byte[]> serializer;

	private final Deserializer<byte[]> deserializer;

	ListenerConnectionFactory(Listener listener, Serializer<byte[]> serializer, Deserializer<byte[]> deserializer) {
		super(listener.port());
		this.listener = listener;
		this.serializer = serializer;
		this.deserializer = deserializer;
	}

	/**
	 * Starts the listener. Unlike in the framework's own factory, a port that cannot be
	 * bound is an exception here and not an event later.
	 */
	@Override
	public void start() {
		if (!isActive()) {
			this.listener.start(this::open);
			setActive(true);
		}
	}

	@Override
	public void stop() {
		if (isActive()) {
			setActive(false);
			this.listener.stop();
		}
	}

	private ConnectionHandler.Session open(Connection connection) {
		TcpListener gateway = getListener();
		TcpSender sender = getSender();
		Assert.state(gateway != null && sender != null, "no gateway is registered");
		return new GatewayConnection(connection, this.serializer, this.deserializer, gateway, sender);
	}

	@Override
	public int getPort() {
		return this.listener.port();
	}

	@Override
	public boolean isListening() {
		return this.listener.isListening();
	}

	@Override
	public void run() {
		throw new UnsupportedOperationException("The listener has an accept loop of its own");
	}

}
