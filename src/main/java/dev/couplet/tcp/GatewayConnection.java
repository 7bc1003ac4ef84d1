package dev.couplet.tcp;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLSession;

import org.jspecify.annotations.Nullable;

import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;
import org.springframework.integration.ip.tcp.connection.SocketInfo;
import org.springframework.integration.ip.tcp.connection.TcpConnection;
import org.springframework.integration.ip.tcp.connection.TcpListener;
import org.springframework.integration.ip.tcp.connection.TcpSender;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.GenericMessage;

/**
 * A connection as a Spring Integration gateway sees it: frames go to the gateway, and the
 * gateway sends replies back, on the same thread.
 */
final class GatewayConnection implements TcpConnection, ConnectionHandler.Session {

	private static final AtomicLong COUNT = new AtomicLong();

	private final String id = Long.toString(COUNT.incrementAndGet());

	private final Connection connection;

	private final Serializer<byte[]> serializer;

	private final Deserializer<byte[]> deserializer;

	private final TcpListener gateway;

	private final MessageHeaders headers = LeanHeaders.ofConnection(this.id);

	private final TcpSender sender;

	private boolean open = true;

	private @Nullable IOException broken;

	GatewayConnection(Connection connection, Serializer<byte[]> serializer, Deserializer<byte[]> deserializer,
			TcpListener gateway, TcpSender sender) {
		this.connection = connection;
		this.serializer = serializer;
		this.deserializer = deserializer;
		this.gateway = gateway;
		this.sender = sender;
		sender.addNewConnection(this);
	}

	/**
	 * Serves request after request, until the client has no more or a reply is the last.
	 */
	@Override
	public void serve() throws IOException {
		while (this.open && this.connection.awaitRequest()) {
			Object request = receive();
			// a request that gets no reply at all must not leave the client waiting
			this.open = false;
			this.gateway.onMessage(new GenericMessage<>(request, this.headers));
			if (this.broken != null) {
				throw this.broken;
			}
		}
	}

	@Override
	public void closed() {
		this.sender.removeDeadConnection(this);
	}

	private Object receive() throws IOException {
		try {
			byte[] frame = this.deserializer.deserialize(this.connection.input());
			this.connection.requestReceived();
			return frame;
		}
		catch (FrameTooLargeException ex) {
			// goes to the gateway too: a protocol may have an answer to it
			return ex;
		}
	}

	@Override
	public void run() {
		throw new UnsupportedOperationException("the listener's own thread serves the connection");
	}

	@Override
	public byte[] getPayload() {
		throw new UnsupportedOperationException("frames are handed to the gateway");
	}

	/**
	 * Takes a reply from the gateway. Throws nothing, because the gateway would log the
	 * reply; the loop above throws it instead.
	 */
	@Override
	public void send(Message<?> message) {
		Reply reply = (Reply) message.getPayload();
		try {
			byte[] frame = reply.frame();
			if (frame != null) {
				this.serializer.serialize(frame, this.connection.output());
			}
			this.open = !reply.last();
		}
		catch (IOException ex) {
			// the client is gone or was cut off; what it sent after this is not served
			this.broken = ex;
		}
	}

	@Override
	public void close() {
		this.connection.closeNow();
	}

	@Override
	public boolean isOpen() {
		return this.open;
	}

	@Override
	public String getConnectionId() {
		return this.id;
	}

	@Override
	public String getHostName() {
		return this.connection.remoteAddress().getHostAddress();
	}

	@Override
	public String getHostAddress() {
		return getHostName();
	}

	@Override
	public int getPort() {
		return this.connection.remotePort();
	}

	@Override
	public boolean isServer() {
		return true;
	}

	@Override
	public Serializer<?> getSerializer() {
		return this.serializer;
	}

	@Override
	public Deserializer<?> getDeserializer() {
		return this.deserializer;
	}

	@Override
	public TcpListener getListener() {
		return this.gateway;
	}

	@Override
	public long incrementAndGetConnectionSequence() {
		throw new UnsupportedOperationException("replies go back on the thread of their request, in order");
	}

	@Override
	public @Nullable Object getDeserializerStateKey() {
		return null;
	}

	@Override
	public @Nullable SSLSession getSslSession() {
		return null;
	}

	@Override
	public @Nullable SocketInfo getSocketInfo() {
		return null;
	}

}
