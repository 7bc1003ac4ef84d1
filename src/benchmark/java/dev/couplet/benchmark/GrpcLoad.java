package dev.couplet.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.couplet.protocol.grpc.v1.TransformRequest;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;

/**
 * Runs clients that repeat a call of gRPC, or a request on a stream, for some time. All
 * share one thread, that of their connections.
 *
 * @param clients the number of clients, each with a connection of its own
 * @param depth the number of requests in flight on a stream, or 0 for unary calls, one
 * after the other
 */
record GrpcLoad(int clients, int depth) {

	private static final TransformRequest REQUEST = TransformRequest.newBuilder()
		.setRecipe("cummingsify")
		.setText(Exchange.POEM)
		.build();

	private static final String REPLY = Exchange.POEM.toLowerCase(Locale.ROOT);

	private static final int CLOSE_SECONDS = 5;

	/**
	 * Runs the load once.
	 * @param server the server
	 * @param settle the time before the measurement
	 * @param window the duration of the measurement
	 * @return the sample
	 * @throws IOException if the figures of the server cannot be read
	 */
	Sample run(Server server, Duration settle, Duration window) throws IOException {
		EventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
		List<ManagedChannel> channels = Stream.generate(() -> connect(server, thread)).limit(this.clients).toList();
		try {
			Tally tally = new Tally();
			List<GrpcLoadClient> all = channels.stream().map((channel) -> client(channel, tally)).toList();
			run(thread, () -> all.forEach(GrpcLoadClient::begin));
			Pause.of(settle);
			run(thread, tally::beginWindow);
			long cpu = server.cpuMicroseconds();
			long began = System.nanoTime();
			Pause.of(window);
			run(thread, () -> all.forEach((client) -> client.end(began)));
			long nanoseconds = System.nanoTime() - began;
			cpu = server.cpuMicroseconds() - cpu;
			return new Sample(nanoseconds, cpu, tally.latencies(), tally.failures());
		}
		finally {
			channels.forEach(GrpcLoad::close);
			thread.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
		}
	}

	private static void close(ManagedChannel channel) {
		try {
			channel.shutdownNow().awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private GrpcLoadClient client(ManagedChannel channel, Tally tally) {
		return (this.depth == 0) ? new GrpcCaller(channel, REQUEST, REPLY, tally)
				: new GrpcStreamer(channel, REQUEST, REPLY, this.depth, tally);
	}

	private static ManagedChannel connect(Server server, EventLoopGroup thread) {
		return NettyChannelBuilder.forAddress(server.address(Service.GRPC))
			.eventLoopGroup(thread)
			.channelType(NioSocketChannel.class)
			.directExecutor()
			.usePlaintext()
			.build();
	}

	private static void run(EventLoopGroup thread, Runnable task) {
		thread.submit(task).syncUninterruptibly();
	}

	/**
	 * Makes one call.
	 * @param server the server
	 * @return whether it is answered correctly
	 * @throws IOException if the figures of the server cannot be read
	 */
	static boolean isAnswered(Server server) throws IOException {
		Sample sample = new GrpcLoad(1, 0).run(server, Duration.ZERO, Duration.ofMillis(100));
		return sample.exchanges() > 0;
	}

	/**
	 * A client of the load. All its methods run on the thread of the load.
	 */
	interface GrpcLoadClient {

		/**
		 * Sends the first requests.
		 */
		void begin();

		/**
		 * Ends the load.
		 * @param since a request in flight that started before this time is a failure
		 */
		void end(long since);

	}

}
