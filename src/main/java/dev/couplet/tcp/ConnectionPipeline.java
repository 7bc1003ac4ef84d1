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
 * What stands between the socket of a connection and its protocol, in this order.
 */
final class ConnectionPipeline extends ChannelInitializer<Channel> {

	private final TcpProperties limits;

	private final ConnectionLimit limit;

	private final AddressLimit addressLimit;

	private final @Nullable Tls tls;

	private final Supplier<List<ChannelHandler>> protocol;

	private final ConnectionFailures failures;

	/**
	 * Makes the pipelines of a listener.
	 * @param limits the settings
	 * @param limit counts and bounds the connections of the listener
	 * @param addressLimit counts and bounds those of each client
	 * @param tls how the listener speaks TLS, or null where it does not
	 * @param protocol makes the handlers that serve a connection
	 * @param failures told of everything that goes wrong
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
