package dev.couplet.tcp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Limits the connections of each client. Further connections are closed immediately. A
 * client is identified by its IPv4 address, or by the first 64 bits of its IPv6 address,
 * because a subscriber usually gets a /64 prefix.
 */
@ChannelHandler.Sharable
final class AddressLimit extends ChannelInboundHandlerAdapter {

	private static final int IPV6_LENGTH = 16;

	private final int maximum;

	private final Map<Object, Integer> open = new ConcurrentHashMap<>();

	private final AtomicLong refused = new AtomicLong();

	AddressLimit(int maximum) {
		this.maximum = maximum;
	}

	@Override
	public void channelActive(ChannelHandlerContext ctx) {
		InetSocketAddress address = ClientAddress.of(ctx.channel());
		if (address == null) {
			closeImmediately(ctx);
			return;
		}
		Object client = client(address.getAddress());
		if (this.open.merge(client, 1, Integer::sum) > this.maximum) {
			decrement(client);
			this.refused.incrementAndGet();
			closeImmediately(ctx);
			return;
		}
		ctx.channel().closeFuture().addListener((closed) -> decrement(client));
		ctx.fireChannelActive();
	}

	// without a lingering close, as no reply can be lost
	private static void closeImmediately(ChannelHandlerContext ctx) {
		ctx.pipeline().firstContext().close();
	}

	private static Object client(InetAddress address) {
		byte[] bytes = address.getAddress();
		return (bytes.length == IPV6_LENGTH) ? ByteBuffer.wrap(bytes).getLong() : address;
	}

	private void decrement(Object client) {
		this.open.computeIfPresent(client, (key, count) -> (count > 1) ? count - 1 : null);
	}

	/**
	 * Returns how many connections were closed because of the limit.
	 * @return a count that only grows
	 */
	long refused() {
		return this.refused.get();
	}

}
