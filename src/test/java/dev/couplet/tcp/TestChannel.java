package dev.couplet.tcp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Ticker;

/**
 * An in-memory connection that reads only on demand, like those of the server. Its clock
 * advances only when the test says so.
 */
final class TestChannel extends EmbeddedChannel implements DuplexChannel {

	private static final InetSocketAddress CLIENT = new InetSocketAddress("192.0.2.1", 50000);

	private final InetSocketAddress client;

	private int reads;

	private int window = Integer.MAX_VALUE;

	private boolean inputShutdown;

	private int outputShutdowns;

	private final Clock clock;

	private TestChannel(Clock clock, InetSocketAddress client, ChannelHandler... handlers) {
		super(builder().channelId(DefaultChannelId.newInstance()).register(false).ticker(clock).handlers(handlers));
		this.clock = clock;
		this.client = client;
		config().setAutoRead(false);
	}

	static TestChannel open(ChannelHandler... handlers) {
		return open(CLIENT, handlers);
	}

	static TestChannel open(InetSocketAddress client, ChannelHandler... handlers) {
		TestChannel channel = unregistered(client, handlers);
		channel.becomeActive();
		return channel;
	}

	static TestChannel unregistered(InetSocketAddress client, ChannelHandler... handlers) {
		return new TestChannel(new Clock(), client, handlers);
	}

	void becomeActive() {
		try {
			register();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Simulates a socket read.
	 * @param text the data, ASCII
	 * @return the buffer passed to the handlers
	 */
	ByteBuf receive(String text) {
		return receive(text.getBytes(StandardCharsets.US_ASCII));
	}

	ByteBuf receive(byte[] bytes) {
		ByteBuf buffer = Unpooled.copiedBuffer(bytes);
		writeInbound(buffer);
		return buffer;
	}

	/**
	 * Simulates a half-close by the client.
	 */
	void receiveEnd() {
		this.inputShutdown = true;
		pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
		runPendingTasks();
	}

	/**
	 * Returns how often a socket read was requested.
	 */
	int reads() {
		return this.reads;
	}

	/**
	 * Advances the clock. Timers fire when they are due.
	 */
	void pass(Duration time) {
		long left = time.toNanos();
		long next = runTasks();
		while (next >= 0 && next <= left) {
			this.clock.now += next;
			left -= next;
			next = runTasks();
		}
		this.clock.now += left;
	}

	/**
	 * Advances the clock as if the process were suspended.
	 */
	void stall(Duration time) {
		this.clock.now += time.toNanos();
		runTasks();
	}

	// a scheduled task can add others
	private long runTasks() {
		runPendingTasks();
		runScheduledPendingTasks();
		runPendingTasks();
		return runScheduledPendingTasks();
	}

	/**
	 * Makes every reading advance the clock, so that a task scheduled without a delay
	 * runs in the next iteration of the loop.
	 */
	void runClock() {
		this.clock.step = 1;
	}

	boolean hasTimer() {
		return runTasks() >= 0;
	}

	/**
	 * Sets how many more buffers the client receives.
	 */
	void take(int buffers) {
		this.window = buffers;
		unsafe().flush();
		runPendingTasks();
	}

	/**
	 * Returns the data sent since the last call.
	 */
	String sent() {
		StringBuilder sent = new StringBuilder();
		ByteBuf next = readOutbound();
		while (next != null) {
			sent.append(next.toString(StandardCharsets.ISO_8859_1));
			next.release();
			next = readOutbound();
		}
		return sent.toString();
	}

	@Override
	protected void doBeginRead() {
		this.reads++;
	}

	@Override
	protected void doWrite(ChannelOutboundBuffer in) {
		Object next = in.current();
		while (next != null && this.window > 0) {
			this.window--;
			outboundMessages().add(ReferenceCountUtil.retain(next));
			in.remove();
			next = in.current();
		}
	}

	@Override
	protected SocketAddress remoteAddress0() {
		return this.client;
	}

	@Override
	public boolean isInputShutdown() {
		return this.inputShutdown;
	}

	@Override
	public ChannelFuture shutdownInput() {
		return shutdownInput(newPromise());
	}

	@Override
	public ChannelFuture shutdownInput(ChannelPromise promise) {
		this.inputShutdown = true;
		return promise.setSuccess();
	}

	@Override
	public boolean isOutputShutdown() {
		return this.outputShutdowns > 0;
	}

	@Override
	public ChannelFuture shutdownOutput() {
		return shutdownOutput(newPromise());
	}

	@Override
	public ChannelFuture shutdownOutput(ChannelPromise promise) {
		this.outputShutdowns++;
		return promise.setSuccess();
	}

	int outputShutdowns() {
		return this.outputShutdowns;
	}

	@Override
	public boolean isShutdown() {
		return this.inputShutdown && isOutputShutdown();
	}

	@Override
	public ChannelFuture shutdown() {
		return shutdown(newPromise());
	}

	@Override
	public ChannelFuture shutdown(ChannelPromise promise) {
		shutdownInput();
		return shutdownOutput(promise);
	}

	/**
	 * A clock that the test advances.
	 */
	private static final class Clock implements Ticker {

		private long now;

		private long step;

		@Override
		public long initialNanoTime() {
			return 0;
		}

		@Override
		public long nanoTime() {
			this.now += this.step;
			return this.now;
		}

		@Override
		public void sleep(long delay, TimeUnit unit) {
			throw new UnsupportedOperationException();
		}

	}

}
