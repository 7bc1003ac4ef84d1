package dev.couplet.tcp;

import java.io.EOFException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.UnknownHostException;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;

/**
 * Takes the client's address from the PROXY protocol header, which Netty's decoder reads
 * before this handler. For the handlers after it, the connection becomes active after the
 * header.
 */
final class ProxyProtocolHandler extends ChannelInboundHandlerAdapter {

	/**
	 * The maximum length in bytes of the extensions (TLVs) in a version 2 header. Load
	 * balancers send a few hundred.
	 */
	static final int MAX_EXTENSIONS = 4096;

	private static final String NO_HEADER = "the connection does not start with a PROXY protocol header";

	private static final byte VERSION_1 = 'P';

	private static final byte VERSION_2 = '\r';

	private boolean failed;

	@SuppressWarnings("NullAway.Init") // set by handlerAdded
	private RequestDeadline deadline;

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.deadline = ctx.pipeline().get(RequestDeadline.class);
	}

	@Override
	public void channelActive(ChannelHandlerContext ctx) {
		// the event is passed on after the header
		ctx.read();
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) throws ProtocolException {
		if (this.failed) {
			// during the close, the decoder goes on after the malformed header
			ReferenceCountUtil.release(msg);
			return;
		}
		HAProxyMessage header = (HAProxyMessage) msg;
		try {
			HAProxyProxiedProtocol protocol = header.proxiedProtocol();
			boolean tcp = protocol == HAProxyProxiedProtocol.TCP4 || protocol == HAProxyProxiedProtocol.TCP6;
			if (tcp) {
				ClientAddress.set(ctx.channel(), client(header));
			}
			// otherwise the load balancer itself connects, for example for a health check
		}
		finally {
			header.release();
		}
		ctx.fireChannelActive();
		ctx.pipeline().remove(this);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		this.failed = true;
		// the decoder throws various exceptions for a malformed header
		ctx.fireExceptionCaught((cause instanceof DecoderException) ? new ProtocolException(NO_HEADER) : cause);
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event instanceof ChannelInputShutdownEvent) {
			if (this.deadline.isInterrupted()) {
				ctx.fireExceptionCaught(
						new EOFException("the client disconnected in the middle of the PROXY protocol header"));
			}
			else {
				// load balancers connect and disconnect as a health check
				ctx.channel().close();
			}
		}
		ctx.fireUserEventTriggered(event);
	}

	private static InetSocketAddress client(HAProxyMessage header) throws ProtocolException {
		// IP addresses only, so that no name is resolved
		byte[] address = NetUtil.createByteArrayFromIpAddressString(header.sourceAddress());
		if (address == null) {
			throw new ProtocolException("the PROXY protocol header has no client address");
		}
		try {
			return new InetSocketAddress(InetAddress.getByAddress(address), header.sourcePort());
		}
		catch (UnknownHostException ex) {
			throw new ProtocolException("the PROXY protocol header has no client address");
		}
	}

	/**
	 * Refuses a connection by its first byte if it cannot start a header. The decoder
	 * after it would wait for the maximum length of a header.
	 */
	static final class FirstByte extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object msg) {
			ByteBuf bytes = (ByteBuf) msg;
			byte first = bytes.getByte(bytes.readerIndex());
			if (first == VERSION_1 || first == VERSION_2) {
				ctx.pipeline().remove(this);
				ctx.fireChannelRead(msg);
			}
			else {
				bytes.release();
				ctx.fireExceptionCaught(new ProtocolException(NO_HEADER));
			}
		}

	}

}
