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
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection on which something went wrong, and counts and logs it without
 * anything that a client sent. A client's mistake is logged at DEBUG; ours is an error.
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
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		// one failure can show in several exceptions, and once we have closed, it is ours
		// no more
		if (ctx.channel().isActive() && ctx.channel().attr(FAILED).setIfAbsent(true) == null) {
			count(cause);
		}
		ctx.channel().close();
	}

	private void count(Throwable failure) {
		FailureReason reason = reason(failure);
		this.counters.count(reason);
		if (reason == FailureReason.SERVER_FAILED) {
			// without its message, which could hold a caller's text
			logger.error("The {} listener failed to serve a connection: {}", this.listener,
					failure.getClass().getName());
		}
		else {
			logger.debug("A client of the {} listener broke the protocol or left: {}, {}", this.listener, reason.word(),
					failure.getClass().getName());
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
	 * Counts a client whose connection is closed because it was too slow.
	 * @param reason why its request has failed; null where it had none
	 */
	void countLate(@Nullable FailureReason reason) {
		if (reason != null) {
			this.counters.count(reason);
		}
		logger.debug("A client of the {} listener was too slow: {}", this.listener,
				(reason != null) ? reason.word() : "no request");
	}

}
