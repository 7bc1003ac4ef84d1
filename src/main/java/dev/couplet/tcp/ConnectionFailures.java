package dev.couplet.tcp;

import java.io.IOException;
import java.net.ProtocolException;

import javax.net.ssl.SSLException;

import dev.couplet.endpoint.FailedRequests;
import dev.couplet.endpoint.FailureReason;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection after an exception, and counts and logs the failure. Nothing that
 * the client sent is logged. Failures that a client causes are logged at DEBUG, failures
 * of the server as errors.
 */
@ChannelHandler.Sharable
final class ConnectionFailures extends ChannelInboundHandlerAdapter {

	private static final Logger logger = LoggerFactory.getLogger(ConnectionFailures.class);

	private static final AttributeKey<Boolean> FAILED = AttributeKey.valueOf(ConnectionFailures.class, "failed");

	private final String listener;

	private final FailedRequests counters;

	ConnectionFailures(String listener, FailedRequests counters) {
		this.listener = listener;
		this.counters = counters;
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		// the handler of TLS may close the connection before it throws
		if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
			exceptionCaught(ctx, handshake.cause());
		}
		ctx.fireUserEventTriggered(event);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		// one failure can raise several exceptions; those after the close have no meaning
		if (ctx.channel().isActive() && ctx.channel().attr(FAILED).setIfAbsent(true) == null) {
			count(cause);
		}
		ctx.channel().close();
	}

	private void count(Throwable failure) {
		FailureReason reason = reason(failure);
		this.counters.count(reason);
		if (reason == FailureReason.SERVER_FAILED) {
			// without the message, which could contain the client's text
			logger.error("The {} listener failed to serve a connection: {}", this.listener,
					failure.getClass().getName());
		}
		else {
			logger.debug("A client of the {} listener violated the protocol or disconnected: {}, {}", this.listener,
					reason.word(), failure.getClass().getName());
		}
	}

	private static FailureReason reason(Throwable failure) {
		// Netty's decoders wrap what they throw
		Throwable cause = (failure instanceof DecoderException && failure.getCause() != null) ? failure.getCause()
				: failure;
		return switch (cause) {
			case ProtocolException _, SSLException _, DecoderException _ -> FailureReason.MALFORMED_REQUEST;
			case IOException _ -> FailureReason.VANISHED;
			default -> FailureReason.SERVER_FAILED;
		};
	}

	/**
	 * Counts a connection that is closed because of a timeout.
	 * @param reason the reason for which the request failed, or null if there was no
	 * request
	 */
	void countTimeout(@Nullable FailureReason reason) {
		if (reason != null) {
			this.counters.count(reason);
		}
		logger.debug("A connection of the {} listener timed out: {}", this.listener,
				(reason != null) ? reason.word() : "no request");
	}

}
