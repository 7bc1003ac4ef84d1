package dev.couplet.tcp;

import java.time.Duration;

import dev.couplet.endpoint.FailureReason;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Closes a connection whose client takes too long: to set the connection up (PROXY
 * protocol header, TLS handshake), to send a whole request from its first byte, or to
 * begin one. It stands below TLS, because TLS shows a request only when a whole record
 * has arrived.
 *
 * <p>
 * The decoder says when it waits for a request and when it has one; until it first does,
 * the connection is being set up. Bytes of a request do not extend its deadline.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {

	private final Duration requestTimeout;

	private final Duration idleTimeout;

	private final ConnectionFailures failures;

	private Phase phase = Phase.CONNECTING;

	private boolean arrived;

	private boolean requested;

	@SuppressWarnings("NullAway.Init") // it comes with the pipeline, before any event
	private DeadlineTimer timer;

	RequestDeadline(TcpProperties limits, ConnectionFailures failures) {
		this.requestTimeout = limits.requestTimeout();
		this.idleTimeout = limits.idleTimeout();
		this.failures = failures;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.timer = new DeadlineTimer(ctx.executor(), () -> expire(ctx));
	}

	@Override
	public void channelActive(ChannelHandlerContext ctx) {
		this.timer.set(this.requestTimeout);
		ctx.fireChannelActive();
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object bytes) {
		this.arrived = true;
		if (this.phase == Phase.AWAITING) {
			this.phase = Phase.BEGUN;
		}
		ctx.fireChannelRead(bytes);
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		ctx.fireChannelReadComplete();
		// only now, because most requests arrive whole
		if (this.phase == Phase.BEGUN) {
			receive();
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		this.timer.cancel();
		ctx.fireChannelInactive();
	}

	/**
	 * The decoder waits for bytes of a request.
	 * @param begun whether a part of it is there
	 */
	void await(boolean begun) {
		if (!begun) {
			this.phase = Phase.AWAITING;
			this.timer.set(this.idleTimeout);
		}
		else if (this.phase != Phase.RECEIVING) {
			receive();
		}
	}

	/**
	 * The rest of a request is not read, because there is no memory for it. No deadline
	 * runs until {@link #resume()}.
	 */
	void suspend() {
		this.timer.clear();
	}

	/**
	 * The rest of a request is read again, and has as long as the whole of it.
	 */
	void resume() {
		receive();
	}

	private void receive() {
		this.phase = Phase.RECEIVING;
		this.timer.set(this.requestTimeout);
	}

	/**
	 * The decoder has a whole request. No deadline runs until it waits again.
	 */
	void requestReceived() {
		this.phase = Phase.SERVING;
		this.requested = true;
		this.timer.clear();
	}

	/**
	 * The decoder reads no further request, because the connection is being closed. From
	 * now on no deadline runs.
	 */
	void finish() {
		this.phase = Phase.CLOSING;
		this.timer.clear();
	}

	/**
	 * Whether no request would be lost by a close: the connection is between two of them,
	 * before the first, or being set up.
	 * @return false where a byte of a request has arrived
	 */
	boolean isIdle() {
		return this.phase == Phase.AWAITING || this.phase == Phase.CONNECTING;
	}

	/**
	 * Whether there has been a whole request.
	 * @return false before the first
	 */
	boolean hasRequested() {
		return this.requested;
	}

	/**
	 * Whether the client that leaves now leaves within a request or the set-up.
	 * @return false between two requests, and where it has sent nothing at all
	 */
	boolean isInterrupted() {
		return switch (this.phase) {
			case CONNECTING -> this.arrived;
			case AWAITING, SERVING, CLOSING -> false;
			case BEGUN, RECEIVING -> true;
		};
	}

	private void expire(ChannelHandlerContext ctx) {
		this.failures.countLate((this.phase == Phase.AWAITING) ? null : FailureReason.REQUEST_TIMEOUT);
		ctx.close();
	}

	private enum Phase {

		/** Before the decoder waits for the first request. */
		CONNECTING,

		/** No byte of a request has arrived. */
		AWAITING,

		/**
		 * The first bytes have arrived, and the decoder may make a whole request of them.
		 */
		BEGUN,

		/** The rest of a request is missing. */
		RECEIVING,

		/** A request is being served. */
		SERVING,

		/** No request is read any more. */
		CLOSING

	}

}
