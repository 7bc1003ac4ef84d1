package dev.couplet.tcp;

import java.time.Duration;

import dev.couplet.endpoint.FailureReason;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Closes a connection whose client takes too long for the setup of the connection (PROXY
 * protocol header, TLS handshake), for a request, or for the time between requests. It is
 * placed before TLS in the pipeline, because TLS passes data on only after a complete
 * record.
 *
 * <p>
 * The decoder reports when it waits for a request and when it has received one. Before
 * its first report, the connection is being set up. Further bytes of a request do not
 * extend its deadline.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {

	private final Duration requestTimeout;

	private final Duration idleTimeout;

	private final ConnectionFailures failures;

	private Phase phase = Phase.CONNECTING;

	private boolean arrived;

	private boolean requested;

	@SuppressWarnings("NullAway.Init") // set by handlerAdded
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
		// without a request timeout, a client must still begin
		this.timer.set(this.requestTimeout.isPositive() ? this.requestTimeout : this.idleTimeout);
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
		// only now, because most requests arrive completely in one read
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
	 * Called when the decoder waits for bytes of a request.
	 * @param begun whether part of the request has arrived
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
	 * Called when the rest of a request is not read for lack of memory. There is no
	 * deadline until {@link #resume()}.
	 */
	void suspend() {
		this.phase = Phase.RECEIVING;
		this.timer.clear();
	}

	/**
	 * Called when the rest of a request is read again. The request timeout starts anew.
	 */
	void resume() {
		receive();
	}

	private void receive() {
		this.phase = Phase.RECEIVING;
		this.timer.set(this.requestTimeout);
	}

	/**
	 * Called when the decoder has received a complete request. There is no deadline until
	 * the decoder waits again.
	 */
	void requestReceived() {
		this.phase = Phase.SERVING;
		this.requested = true;
		this.timer.clear();
	}

	/**
	 * Called when the connection is being closed and no further request is read. There is
	 * no deadline any more.
	 */
	void finish() {
		this.phase = Phase.CLOSING;
		this.timer.clear();
	}

	/**
	 * Returns whether the connection can be closed without losing a request: nothing has
	 * arrived yet, or it waits for a request.
	 * @return false during the setup, and from the first byte of a request until its
	 * reply
	 */
	boolean isIdle() {
		return switch (this.phase) {
			case CONNECTING -> !this.arrived;
			case AWAITING -> true;
			case BEGUN, RECEIVING, SERVING, CLOSING -> false;
		};
	}

	/**
	 * Returns whether a complete request has been received.
	 * @return false before the first request
	 */
	boolean hasRequested() {
		return this.requested;
	}

	/**
	 * Returns whether a client that disconnects now interrupts a request or the setup.
	 * @return false between requests, and if the client has sent nothing
	 */
	boolean isInterrupted() {
		return switch (this.phase) {
			case CONNECTING -> this.arrived;
			case AWAITING, SERVING, CLOSING -> false;
			case BEGUN, RECEIVING -> true;
		};
	}

	private void expire(ChannelHandlerContext ctx) {
		this.failures.countTimeout((this.phase == Phase.AWAITING) ? null : FailureReason.REQUEST_TIMEOUT);
		ctx.close();
	}

	private enum Phase {

		/** The connection is being set up. */
		CONNECTING,

		/** No byte of a request has arrived. */
		AWAITING,

		/**
		 * The first bytes have arrived and may contain a complete request.
		 */
		BEGUN,

		/** Part of a request has arrived. */
		RECEIVING,

		/** A request is being served. */
		SERVING,

		/** The connection is being closed. */
		CLOSING

	}

}
