package dev.couplet.tcp;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import dev.couplet.transform.UnavailableException;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

import org.springframework.core.serializer.Serializer;
import org.springframework.integration.ip.tcp.connection.TcpListener;
import org.springframework.integration.ip.tcp.connection.TcpSender;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * Passes the requests of a connection to a Spring Integration gateway one by one, and
 * sends the replies. The next request is read when the reply has been written, so that
 * the order is kept. A {@link TimeSlice} limits the requests served in a row.
 */
final class GatewayHandler extends ChannelDuplexHandler {

	private final ReplyWriter replies;

	private final Function<byte[], FrameRequest> requests;

	private final TcpListener gateway;

	private final TcpSender sender;

	private final TimeSlice slice = new TimeSlice();

	@SuppressWarnings("NullAway.Init") // set by channelActive
	private GatewayConnection connection;

	private boolean closeAfterReply;

	private boolean blocked;

	private @Nullable FrameRequest inFlight;

	GatewayHandler(Serializer<byte[]> serializer, Function<byte[], FrameRequest> requests, TcpListener gateway,
			TcpSender sender) {
		this.replies = new ReplyWriter(serializer);
		this.requests = requests;
		this.gateway = gateway;
		this.sender = sender;
	}

	@Override
	public void channelActive(ChannelHandlerContext ctx) {
		this.connection = new GatewayConnection(ctx.channel(), this.gateway, (reply) -> send(ctx, reply));
		this.sender.addNewConnection(this.connection);
		ctx.fireChannelActive();
		ctx.read();
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object frame) {
		byte[] bytes = (byte[]) frame;
		this.slice.addRequest(bytes);
		serve(ctx, this.requests.apply(bytes));
	}

	private void serve(ChannelHandlerContext ctx, FrameRequest request) {
		Message<?> message = new GenericMessage<>(request, this.connection.headers());
		this.gateway.onMessage(message);
		if (!request.isAnswered()) {
			this.replies.flush(ctx);
			this.inFlight = request;
			if (request.continueElsewhere(() -> replyElsewhere(ctx, message))) {
				return;
			}
			this.inFlight = null;
			this.gateway.onMessage(message);
		}
		readNext(ctx);
	}

	private void replyElsewhere(ChannelHandlerContext ctx, Message<?> message) {
		try {
			this.gateway.onMessage(message);
		}
		catch (RuntimeException | Error ex) {
			continueOnLoop(ctx, () -> ctx.fireExceptionCaught(ex));
		}
	}

	private void send(ChannelHandlerContext ctx, Reply reply) {
		// queued work that is abandoned fails on the event loop, in channelInactive()
		if (ctx.executor().inEventLoop() && this.inFlight == null) {
			write(ctx, reply);
		}
		else {
			continueOnLoop(ctx, () -> {
				write(ctx, reply);
				readNext(ctx);
				this.replies.flush(ctx);
			});
		}
	}

	private void continueOnLoop(ChannelHandlerContext ctx, Runnable rest) {
		ctx.executor().execute(() -> {
			this.inFlight = null;
			if (!ctx.channel().isActive()) {
				this.sender.removeDeadConnection(this.connection);
				return;
			}
			try {
				rest.run();
			}
			catch (RuntimeException | Error ex) {
				// otherwise the connection would stay open without a reply
				ctx.fireExceptionCaught(ex);
			}
		});
	}

	private void write(ChannelHandlerContext ctx, Reply reply) {
		this.closeAfterReply = reply.last();
		byte[] frame = reply.frame();
		if (frame != null) {
			this.slice.addReply(frame);
			this.replies.add(ctx, frame);
			if (this.slice.isOver()) {
				this.replies.flush(ctx);
			}
		}
	}

	private void readNext(ChannelHandlerContext ctx) {
		if (this.closeAfterReply) {
			ctx.channel().close();
		}
		else if (!ctx.channel().isWritable()) {
			this.blocked = true;
		}
		else if (this.slice.isOver()) {
			this.slice.restart();
			// scheduled tasks run after the loop has polled its sockets, unlike others
			ctx.executor().schedule(() -> {
				ctx.read();
				this.replies.flush(ctx);
			}, 0, TimeUnit.NANOSECONDS);
		}
		else {
			ctx.read();
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		this.slice.restart();
		// after the other ready sockets have been read, so that their clients wake once
		ctx.executor().execute(() -> this.replies.flush(ctx));
		ctx.fireChannelReadComplete();
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		if (this.blocked && ctx.channel().isWritable()) {
			this.blocked = false;
			ctx.read();
			this.replies.flush(ctx);
		}
		ctx.fireChannelWritabilityChanged();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		if (cause instanceof FrameTooLargeException || cause instanceof UnavailableException) {
			serve(ctx, this.requests.apply(new byte[0]).failUnread(cause));
		}
		else {
			ctx.fireExceptionCaught(cause);
		}
	}

	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		this.replies.whenSent(ctx, () -> ctx.close(promise));
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		this.replies.release();
		// the gateway fails to send a reply on a connection that it does not know
		if (this.inFlight != null) {
			this.inFlight.abandon();
		}
		else if (this.connection != null) {
			this.sender.removeDeadConnection(this.connection);
		}
		ctx.fireChannelInactive();
	}

}
