package dev.couplet.tcp;

import dev.couplet.endpoint.TransformPort;
import org.jspecify.annotations.Nullable;

import org.springframework.integration.ip.tcp.inbound.TcpInboundGateway;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * A Spring Integration gateway on a listener of ours: requests come in, replies go out.
 * All that a protocol of frames needs to add is a codec and a translation.
 */
public final class ListenerGateway extends TcpInboundGateway {

	/**
	 * Makes a gateway, which starts and stops with the application.
	 * @param listener the listener
	 * @param codec reads a request's frame and writes a reply's
	 * @param protocol translates requests, results and errors
	 * @param transforms the port of the protocol
	 */
	public ListenerGateway(Listener listener, FrameCodec codec, FrameProtocol protocol, TransformPort transforms) {
		setConnectionFactory(new ListenerConnectionFactory(listener, codec, transforms::newReservation,
				(frame, memory) -> new FrameRequest(protocol, transforms, frame, memory)));
	}

	/**
	 * Has a request answered, on this very thread. The framework's own way to a handler,
	 * a temporary reply channel and several copies of the message, costs more than most
	 * transforms.
	 * @return the reply, or null where the request has to go on on another thread
	 */
	@Override
	protected @Nullable Message<?> sendAndReceiveMessage(Object message) {
		FrameRequest request = (FrameRequest) ((Message<?>) message).getPayload();
		Reply reply = request.answer();
		return (reply != null) ? new GenericMessage<>(reply, LeanHeaders.NONE) : null;
	}

}
