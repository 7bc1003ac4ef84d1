package dev.couplet.tcp;

import java.util.List;
import java.util.function.Supplier;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Adds the handlers between the socket of a connection and its protocol.
 */
final class ConnectionPipeline extends ChannelInitializer<Channel> {

	private final TcpProperties limits;

	private final ConnectionLimit limit;

	private final AddressLimit addressLimit;

	private final @Nullable Tls tls;

	private final Supplier<List<ChannelHandler>> protocol;

	private final ConnectionFailures failures;

	/**
	 * Creates the initializer of a listener's connections.
	 * @param limits the settings
	 * @param limit limits the connections of the listener
	 * @param addressLimit limits the connections of each client
	 * @param tls the TLS configuration, or null for no TLS
	 * @param protocol creates the handlers of the protocol for each connection
	 * @param failures handles exceptions
	 */
	ConnectionPipeline(TcpProperties limits, ConnectionLimit limit, AddressLimit addressLimit, @Nullable Tls tls,
			Supplier<List<ChannelHandler>> protocol, ConnectionFailures failures) {
		this.limits = limits;
		this.limit = limit;
		this.addressLimit = addressLimit;
		this.tls = tls;
		this.protocol = protocol;
		this.failures = failures;
	}

	@Override
	protected void initChannel(Channel channel) {
		ChannelPipeline pipeline = channel.pipeline();
		pipeline.addLast(this.limit);
		pipeline.addLast(new RequestDeadline(this.limits, this.failures));
		pipeline.addLast(new WriteDeadline(this.limits.writeTimeout(), this.failures));
		pipeline.addLast(new LingeringClose(this.tls != null));
		if (this.limits.proxyProtocol() == ProxyProtocol.REQUIRED) {
			pipeline.addLast(new ProxyProtocolHandler.FirstByte());
			pipeline.addLast(new HAProxyMessageDecoder(ProxyProtocolHandler.MAX_EXTENSIONS));
			pipeline.addLast(new ProxyProtocolHandler());
		}
		if (this.limits.maxConnectionsPerAddress() > 0) {
			pipeline.addLast(this.addressLimit);
		}
		if (this.tls != null) {
			pipeline.addLast(this.tls.newHandler());
		}
		this.protocol.get().forEach(pipeline::addLast);
		pipeline.addLast(this.failures);
	}

}
