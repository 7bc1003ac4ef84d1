package dev.couplet.tcp;

import dev.couplet.transform.FailedRequests;
import dev.couplet.transform.FailureReason;

import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;
import org.springframework.integration.ip.tcp.inbound.TcpInboundGateway;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * A Spring Integration gateway on a listener of ours: frames come in, replies go out. All
 * that a protocol of requests and replies needs to add is a codec and a handler.
 */
public final class ListenerGateway extends TcpInboundGateway {

	private final FrameHandler handler;

	private final FailedRequests failed;

	/**
	 * Makes a gateway, which starts and stops with the application.
	 * @param <C> the type of the codec
	 * @param listener the listener
	 * @param codec reads a request's frame and writes a reply's
	 * @param handler answers the requests
	 */
	public <C extends Serializer<byte[]> & Deserializer<byte[]>> ListenerGateway(Listener listener, C codec,
			FrameHandler handler) {
		this.handler = handler;
		this.failed = listener.failed();
		setConnectionFactory(new ListenerConnectionFactory(listener, codec, codec));
	}

	/**
	 * Has a request answered, by the handler itself and on this very thread. The
	 * framework's own way to a handler, a temporary reply channel and several copies of
	 * the message, costs more than most transforms.
	 */
	@Override
	protected Message<?> sendAndReceiveMessage(Object request) {
		Object payload = ((Message<?>) request).getPayload();
		Reply reply = (payload instanceof byte[] frame) ? this.handler.handle(frame) : handleTooLarge();
		return new GenericMessage<>(reply, LeanHeaders.NONE);
	}

	private Reply handleTooLarge() {
		this.failed.count(FailureReason.TOO_LARGE);
		return this.handler.handleTooLarge();
	}

}
