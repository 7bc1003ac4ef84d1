package dev.couplet.tcp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a listening socket: logs that it cannot accept, for want of file descriptors or
 * memory (Netty tries again after a second), and closes it at the drain in a way that
 * loses nobody who has connected.
 */
final class Acceptor extends ChannelInboundHandlerAdapter {

	private static final Logger logger = LoggerFactory.getLogger(Acceptor.class);

	private static final int MAX_ACCEPTS = 64;

	private static final Duration WARNING_INTERVAL = Duration.ofMinutes(1);

	/**
	 * How long the drain waits for one more client to connect. Where none does, the
	 * backlog is empty.
	 */
	private static final Duration LAST_ACCEPT = Duration.ofMillis(10);

	private final String listener;

	private int accepted;

	private boolean draining;

	private boolean acceptedSince;

	private @Nullable Long nextWarning;

	/**
	 * Makes the handler of one listening socket.
	 * @param listener the listener's name, for the log
	 */
	Acceptor(String listener) {
		this.listener = listener;
	}

	/**
	 * Has a listening socket accept until the backlog is empty, but at most
	 * {@link #MAX_ACCEPTS} connections in a row.
	 * @return the option of the socket
	 */
	static RecvByteBufAllocator acceptAll() {
		return new ServerChannelRecvByteBufAllocator().respectMaybeMoreData(false).maxMessagesPerRead(MAX_ACCEPTS);
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) {
		this.accepted++;
		this.acceptedSince = true;
		ctx.fireChannelRead(msg);
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		boolean backlogIsEmpty = this.accepted < MAX_ACCEPTS;
		this.accepted = 0;
		ctx.fireChannelReadComplete();
		if (this.draining && backlogIsEmpty) {
			// a client that connects between the last accept and this is reset, so
			// nothing comes in between
			ctx.close();
		}
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event == DrainHandler.DrainEvent.BEGIN) {
			this.draining = true;
			closeUnlessOneConnects(ctx);
		}
		ctx.fireUserEventTriggered(event);
	}

	private void closeUnlessOneConnects(ChannelHandlerContext ctx) {
		this.acceptedSince = false;
		ctx.executor().schedule(() -> {
			if (this.acceptedSince) {
				closeUnlessOneConnects(ctx);
			}
			else {
				ctx.close();
			}
		}, LAST_ACCEPT.toNanos(), TimeUnit.NANOSECONDS);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		long now = ctx.executor().ticker().nanoTime();
		if (this.nextWarning == null || now - this.nextWarning >= 0) {
			logger.warn("The {} listener cannot accept, and keeps trying: {}", this.listener,
					cause.getClass().getName());
			this.nextWarning = now + WARNING_INTERVAL.toNanos();
		}
		ctx.fireExceptionCaught(cause);
	}

}
