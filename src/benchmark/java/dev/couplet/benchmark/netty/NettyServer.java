package dev.couplet.benchmark.netty;

import java.net.InetAddress;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;

/**
 * Serves the same ports as the other peers with only a decoder and a handler: no
 * deadlines, no backpressure, no catalogue, and ASCII texts. It has one event loop for
 * every two processors, because the load runs on the same machine.
 */
public final class NettyServer {

	private static final int BACKLOG = 4096;

	private NettyServer() {
	}

	/**
	 * Serves until the process is killed.
	 * @param arguments the one-shot port and the session port
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String[] arguments) throws InterruptedException {
		int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
		EventLoopGroup group = new MultiThreadIoEventLoopGroup(loops, EpollIoHandler.newFactory());
		Channel oneShot = listen(group, Integer.parseInt(arguments[0]), false);
		Channel session = listen(group, Integer.parseInt(arguments[1]), true);
		oneShot.closeFuture().sync();
		session.closeFuture().sync();
	}

	private static Channel listen(EventLoopGroup group, int port, boolean session) throws InterruptedException {
		return new ServerBootstrap().group(group)
			.channel(EpollServerSocketChannel.class)
			.option(ChannelOption.SO_BACKLOG, BACKLOG)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<>() {

				@Override
				protected void initChannel(Channel channel) {
					channel.pipeline().addLast(new NetstringDecoder(), new LowerCaseHandler(session));
				}

			})
			.bind(InetAddress.getLoopbackAddress(), port)
			.sync()
			.channel();
	}

}
