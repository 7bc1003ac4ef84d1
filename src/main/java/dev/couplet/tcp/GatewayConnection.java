package dev.couplet.tcp;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import javax.net.ssl.SSLSession;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;
import org.springframework.integration.ip.tcp.connection.SocketInfo;
import org.springframework.integration.ip.tcp.connection.TcpConnection;
import org.springframework.integration.ip.tcp.connection.TcpListener;
import org.springframework.messaging.Message;

/**
 * Adapts a Netty channel to the connection interface of Spring Integration.
 */
final class GatewayConnection implements TcpConnection {

	private static final AtomicLong COUNT = new AtomicLong();

	private final String id = Long.toString(COUNT.incrementAndGet());

	private final LeanHeaders headers = LeanHeaders.ofConnection(this.id);

	private final Channel channel;

	private final TcpListener gateway;

	private final Consumer<Reply> replies;

	/**
	 * Creates a connection.
	 * @param channel the channel
	 * @param gateway the gateway
	 * @param replies sends a reply; called on any thread
	 */
	GatewayConnection(Channel channel, TcpListener gateway, Consumer<Reply> replies) {
		this.channel = channel;
		this.gateway = gateway;
		this.replies = replies;
	}

	/**
	 * Returns the headers of requests.
	 * @return the headers, shared by all requests
	 */
	LeanHeaders headers() {
		return this.headers;
	}

	@Override
	public void send(Message<?> message) {
		this.replies.accept((Reply) message.getPayload());
	}

	@Override
	public void close() {
		this.channel.close();
	}

	@Override
	public boolean isOpen() {
		return this.channel.isActive();
	}

	@Override
	public String getConnectionId() {
		return this.id;
	}

	@Override
	public String getHostName() {
		return getHostAddress();
	}

	@Override
	public String getHostAddress() {
		InetSocketAddress client = ClientAddress.of(this.channel);
		return (client != null) ? client.getAddress().getHostAddress() : "";
	}

	@Override
	public int getPort() {
		InetSocketAddress client = ClientAddress.of(this.channel);
		return (client != null) ? client.getPort() : 0;
	}

	@Override
	public boolean isServer() {
		return true;
	}

	@Override
	public @Nullable SSLSession getSslSession() {
		SslHandler tls = this.channel.pipeline().get(SslHandler.class);
		return (tls != null) ? tls.engine().getSession() : null;
	}

	@Override
	public TcpListener getListener() {
		return this.gateway;
	}

	@Override
	public void run() {
		throw unsupported("the event loop serves the connection");
	}

	@Override
	public byte[] getPayload() {
		throw unsupported("requests are passed to the gateway");
	}

	@Override
	public Serializer<?> getSerializer() {
		throw unsupported("the pipeline writes frames");
	}

	@Override
	public Deserializer<?> getDeserializer() {
		throw unsupported("the pipeline reads frames");
	}

	@Override
	public long incrementAndGetConnectionSequence() {
		throw unsupported("replies keep the order of their requests");
	}

	@Override
	public @Nullable Object getDeserializerStateKey() {
		return null;
	}

	@Override
	public @Nullable SocketInfo getSocketInfo() {
		return null;
	}

	private static UnsupportedOperationException unsupported(String reason) {
		return new UnsupportedOperationException(reason);
	}

}
