package dev.couplet.protocol.netstring;

import dev.couplet.tcp.FrameProtocol;
import dev.couplet.tcp.Reply;
import dev.couplet.tcp.RequestFrame;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Value;

/**
 * The protocol of the tutorial: the request is {@code <recipe>.<value>}, the reply is the
 * result. It cannot report errors, so every error closes the connection without a reply.
 */
final class NetstringProtocol implements FrameProtocol {

	private static final char SEPARATOR = '.';

	private final boolean keepAlive;

	NetstringProtocol(boolean keepAlive) {
		this.keepAlive = keepAlive;
	}

	@Override
	public RequestFrame read(byte[] frame) {
		return RequestFrame.read(frame, SEPARATOR);
	}

	@Override
	public Reply success(Value result) {
		byte[] reply = result.bytes();
		return this.keepAlive ? Reply.of(reply) : Reply.last(reply);
	}

	@Override
	public Reply failure(TransformException error) {
		return Reply.close();
	}

}
