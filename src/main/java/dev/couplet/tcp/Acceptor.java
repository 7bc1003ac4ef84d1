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
 * Handles the events of a listening socket. It logs when connections cannot be accepted,
 * because file descriptors or memory have run out (Netty retries after a second). On a
 * drain it accepts the backlog before it closes the socket.
 */
final class Acceptor extends ChannelInboundHandlerAdapter {

	private static final Logger logger = LoggerFactory.getLogger(Acceptor.class);

	private static final int MAX_ACCEPTS = 64;

	private static final Duration WARNING_INTERVAL = Duration.ofMinutes(1);

	/**
	 * How long the drain waits for another connection before it takes the backlog to be
	 * empty.
	 */
	private static final Duration ACCEPT_INTERVAL = Duration.ofMillis(10);

	private final String listener;

	private int accepted;

	private boolean draining;

	private boolean acceptedInInterval;

	private @Nullable Long nextWarning;

	/**
	 * Creates the handler of one listening socket.
	 * @param listener the listener's name, for the log
	 */
	Acceptor(String listener) {
		this.listener = listener;
	}

	/**
	 * Makes a listening socket accept connections until the backlog is empty, but at most
	 * {@link #MAX_ACCEPTS} in a row.
	 * @return the option of the socket
	 */
	static RecvByteBufAllocator acceptAll() {
		return new ServerChannelRecvByteBufAllocator().respectMaybeMoreData(false).maxMessagesPerRead(MAX_ACCEPTS);
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) {
		this.accepted++;
		this.acceptedInInterval = true;
		ctx.fireChannelRead(msg);
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		boolean backlogIsEmpty = this.accepted < MAX_ACCEPTS;
		this.accepted = 0;
		ctx.fireChannelReadComplete();
		if (this.draining && backlogIsEmpty) {
			// at once, because a client that connects between the last accept and the
			// close is reset
			ctx.close();
		}
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event == DrainHandler.DrainEvent.BEGIN) {
			this.draining = true;
			closeWhenBacklogIsEmpty(ctx);
		}
		ctx.fireUserEventTriggered(event);
	}

	private void closeWhenBacklogIsEmpty(ChannelHandlerContext ctx) {
		this.acceptedInInterval = false;
		ctx.executor().schedule(() -> {
			if (this.acceptedInInterval) {
				closeWhenBacklogIsEmpty(ctx);
			}
			else {
				ctx.close();
			}
		}, ACCEPT_INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		long now = ctx.executor().ticker().nanoTime();
		if (this.nextWarning == null || now - this.nextWarning >= 0) {
			logger.warn("The {} listener cannot accept connections, and keeps trying: {}", this.listener,
					cause.getClass().getName());
			this.nextWarning = now + WARNING_INTERVAL.toNanos();
		}
		ctx.fireExceptionCaught(cause);
	}

}
