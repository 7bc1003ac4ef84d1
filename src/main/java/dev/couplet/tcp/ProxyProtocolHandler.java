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
 * Takes the client's address from the PROXY protocol header, which is read by Netty's own
 * decoder before this handler. To the handlers behind it the connection begins after the
 * header.
 */
final class ProxyProtocolHandler extends ChannelInboundHandlerAdapter {

	/**
	 * How many bytes of extensions a header of version 2 may have. Balancers send some
	 * hundred.
	 */
	static final int MAX_EXTENSIONS = 4096;

	private static final String NO_HEADER = "the connection does not begin with a PROXY protocol header";

	private static final byte VERSION_1 = 'P';

	private static final byte VERSION_2 = '\r';

	private boolean failed;

	@SuppressWarnings("NullAway.Init") // it comes with the pipeline, before any event
	private RequestDeadline deadline;

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.deadline = ctx.pipeline().get(RequestDeadline.class);
	}

	@Override
	public void channelActive(ChannelHandlerContext ctx) {
		// the others hear of it after the header
		ctx.read();
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) throws ProtocolException {
		if (this.failed) {
			// at the close, the decoder reads on where the malformed header ended
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
			// otherwise it is a connection of the balancer's own, such as a health check
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
		// the decoder wraps whatever it comes upon in a malformed header
		ctx.fireExceptionCaught((cause instanceof DecoderException) ? new ProtocolException(NO_HEADER) : cause);
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		if (event instanceof ChannelInputShutdownEvent) {
			if (this.deadline.isInterrupted()) {
				ctx.fireExceptionCaught(new EOFException("the client left within the PROXY protocol header"));
			}
			else {
				// how a balancer finds out whether the port is open
				ctx.channel().close();
			}
		}
		ctx.fireUserEventTriggered(event);
	}

	private static InetSocketAddress client(HAProxyMessage header) throws ProtocolException {
		// literal addresses only: nothing is looked up
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
	 * Refuses what cannot become a header at its first byte. The decoder behind it waits
	 * for as much as the longest header has.
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
