package dev.couplet.tcp;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;

/**
 * Netty's epoll handler, with a workaround for a bug in 4.2.18. Netty removes a
 * connection from the epoll set while it has no interest in any event, as on a
 * half-closed connection between two writes, and cannot add it again. The next write that
 * the socket does not accept completely fails with ENOENT, and the rest of the reply is
 * lost.
 *
 * <p>
 * With this handler such a connection stays in the set, edge-triggered. The system then
 * reports a reset once, and nothing else.
 */
final class EpollHandler implements IoHandler {

	private final IoHandler handler;

	private EpollHandler(IoHandler handler) {
		this.handler = handler;
	}

	static IoHandlerFactory newFactory() {
		IoHandlerFactory factory = EpollIoHandler.newFactory(0, SpinningSelectStrategy::new);
		return (executor) -> new EpollHandler(factory.newHandler(executor));
	}

	@Override
	public IoRegistration register(IoHandle handle) throws Exception {
		return new Registration(this.handler.register(handle));
	}

	@Override
	public void initialize() {
		this.handler.initialize();
	}

	@Override
	public int run(IoHandlerContext context) {
		return this.handler.run(context);
	}

	@Override
	public void wakeup() {
		this.handler.wakeup();
	}

	@Override
	public boolean isCompatible(Class<? extends IoHandle> type) {
		return this.handler.isCompatible(type);
	}

	@Override
	public void prepareToDestroy() {
		this.handler.prepareToDestroy();
	}

	@Override
	public void destroy() {
		this.handler.destroy();
	}

	/**
	 * A registration that stays in the epoll set until it is cancelled.
	 */
	private record Registration(IoRegistration registration) implements IoRegistration {

		@Override
		public long submit(IoOps ops) {
			return this.registration.submit(ops.equals(EpollIoOps.NONE) ? EpollIoOps.EPOLLET : ops);
		}

		@Override
		@SuppressWarnings("TypeParameterUnusedInFormals") // Netty's signature
		public <T> T attachment() {
			return this.registration.attachment();
		}

		@Override
		public boolean isValid() {
			return this.registration.isValid();
		}

		@Override
		public boolean cancel() {
			return this.registration.cancel();
		}

	}

}
