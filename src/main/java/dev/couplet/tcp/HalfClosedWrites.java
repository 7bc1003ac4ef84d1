package dev.couplet.tcp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.epoll.EpollSocketChannel;

/**
 * Lets a reply wait for room where the client has ended its own stream. Netty's epoll
 * transport (4.2.18) takes a connection that waits for nothing out of the epoll set and
 * does not put it back: a reply of which only a part fits into the socket would fail, and
 * the rest of it be lost. So such a connection is registered anew before each write.
 */
@Sharable
final class HalfClosedWrites extends ChannelOutboundHandlerAdapter {

	@Override
	public void flush(ChannelHandlerContext ctx) {
		Channel channel = ctx.channel();
		if (!(channel instanceof EpollSocketChannel epoll) || !epoll.isInputShutdown()) {
			ctx.flush();
		}
		else if (channel.isRegistered()) {
			ctx.deregister().addListener((_) -> channel.eventLoop().register(channel).addListener((_) -> ctx.flush()));
		}
	}

}
