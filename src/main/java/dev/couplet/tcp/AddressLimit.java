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
 * Closes at once a connection of a client that has too many. Clients are told apart by
 * their IPv4 address, or by the first 64 bits of their IPv6 address: a subscriber gets at
 * least that many addresses.
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
			closeAtOnce(ctx);
			return;
		}
		Object client = client(address.getAddress());
		if (this.open.merge(client, 1, Integer::sum) > this.maximum) {
			leave(client);
			this.refused.incrementAndGet();
			closeAtOnce(ctx);
			return;
		}
		ctx.channel().closeFuture().addListener((closed) -> leave(client));
		ctx.fireChannelActive();
	}

	// without the patience for clients that have been served
	private static void closeAtOnce(ChannelHandlerContext ctx) {
		ctx.pipeline().firstContext().close();
	}

	private static Object client(InetAddress address) {
		byte[] bytes = address.getAddress();
		return (bytes.length == IPV6_LENGTH) ? ByteBuffer.wrap(bytes).getLong() : address;
	}

	private void leave(Object client) {
		this.open.computeIfPresent(client, (key, count) -> (count > 1) ? count - 1 : null);
	}

	/**
	 * How many connections were closed because their client had too many.
	 * @return a count that only grows
	 */
	long refused() {
		return this.refused.get();
	}

}
