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
 * A connection in memory, set up as the server sets up its own: it reads only when a
 * handler asks. Time stands still until the test lets it pass.
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
	 * One read of the socket that finds something.
	 * @param text of ASCII
	 * @return the buffer that the handlers got
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
	 * The client shuts its output down.
	 */
	void receiveEnd() {
		this.inputShutdown = true;
		pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
		runPendingTasks();
	}

	/**
	 * How often a read of the socket was asked for.
	 */
	int reads() {
		return this.reads;
	}

	/**
	 * Lets time pass, in which every timer fires when it is due.
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
	 * Lets time pass in which the process does not run.
	 */
	void stall(Duration time) {
		this.clock.now += time.toNanos();
		runTasks();
	}

	private long runTasks() {
		runPendingTasks();
		return runScheduledPendingTasks();
	}

	/**
	 * From now on the clock goes on with every look at it, so that what a task schedules
	 * for at once is run in the next round of the loop.
	 */
	void runClock() {
		this.clock.step = 1;
	}

	boolean hasTimer() {
		return runTasks() >= 0;
	}

	/**
	 * From now on the client takes so many buffers, and no more.
	 */
	void take(int buffers) {
		this.window = buffers;
		unsafe().flush();
		runPendingTasks();
	}

	/**
	 * All that was sent since the last call.
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
	 * Stands still until it is told otherwise.
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
