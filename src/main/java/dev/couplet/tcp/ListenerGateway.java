package dev.couplet.tcp;

import java.time.Duration;

import dev.couplet.endpoint.TransformPort;
import org.jspecify.annotations.Nullable;

import org.springframework.integration.ip.tcp.inbound.TcpInboundGateway;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * A Spring Integration gateway on a {@link Listener}. A protocol with frames only needs
 * to add a codec and a {@link FrameProtocol}.
 */
public final class ListenerGateway extends TcpInboundGateway {

	/**
	 * Creates a gateway, which starts and stops with the application.
	 * @param listener the listener
	 * @param codec decodes the frames of requests and encodes those of replies
	 * @param protocol translates requests, results and errors
	 * @param transforms the port of the protocol
	 */
	public ListenerGateway(Listener listener, FrameCodec codec, FrameProtocol protocol, TransformPort transforms) {
		this(listener, codec, protocol, transforms, Duration.ZERO);
	}

	/**
	 * Creates a gateway whose sessions end when they are old.
	 * @param listener the listener
	 * @param codec decodes the frames of requests and encodes those of replies
	 * @param protocol translates requests, results and errors
	 * @param transforms the port of the protocol
	 * @param maxSessionAge the age at which a session ends after a reply; 0 means never
	 */
	public ListenerGateway(Listener listener, FrameCodec codec, FrameProtocol protocol, TransformPort transforms,
			Duration maxSessionAge) {
		setConnectionFactory(new ListenerConnectionFactory(listener, codec, transforms::newReservation,
				(frame, memory) -> new FrameRequest(protocol, transforms, frame, memory), maxSessionAge));
	}

	/**
	 * Runs a request on this thread. The framework's own dispatch, with a temporary reply
	 * channel and several copies of the message, costs more than most transforms.
	 * @return the reply, or null if the request must continue on another thread
	 */
	@Override
	protected @Nullable Message<?> sendAndReceiveMessage(Object message) {
		FrameRequest request = (FrameRequest) ((Message<?>) message).getPayload();
		Reply reply = request.answer();
		return (reply != null) ? new GenericMessage<>(reply, LeanHeaders.NONE) : null;
	}

}
