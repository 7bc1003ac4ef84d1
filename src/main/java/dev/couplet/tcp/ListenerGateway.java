package dev.couplet.tcp;

import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.handler.AbstractReplyProducingMessageHandler;
import org.springframework.integration.ip.tcp.inbound.TcpInboundGateway;
import org.springframework.messaging.Message;

/**
 * A Spring Integration gateway on a listener of ours: frames come in, replies go out. All
 * that a protocol of requests and replies needs to add is a codec and a handler.
 */
public final class ListenerGateway extends TcpInboundGateway {

	private final DirectChannel requests = new DirectChannel();

	private final FrameMessageHandler handler;

	/**
	 * Makes a gateway, which starts and stops with the application.
	 * @param <C> the type of the codec
	 * @param listener the listener
	 * @param codec reads a request's frame and writes a reply's
	 * @param handler answers the requests
	 */
	public <C extends Serializer<byte[]> & Deserializer<byte[]>> ListenerGateway(Listener listener, C codec,
			FrameHandler handler) {
		this.handler = new FrameMessageHandler(handler);
		setConnectionFactory(new ListenerConnectionFactory(listener, codec, codec));
		setRequestChannel(this.requests);
	}

	@Override
	protected void onInit() {
		super.onInit();
		this.requests.setBeanName(getBeanName() + ".requests");
		this.requests.setBeanFactory(getBeanFactory());
		this.handler.setBeanFactory(getBeanFactory());
		this.handler.afterPropertiesSet();
		this.requests.afterPropertiesSet();
		this.requests.subscribe(this.handler);
	}

	private static final class FrameMessageHandler extends AbstractReplyProducingMessageHandler {

		private final FrameHandler handler;

		private FrameMessageHandler(FrameHandler handler) {
			this.handler = handler;
		}

		@Override
		protected Object handleRequestMessage(Message<?> request) {
			return (request.getPayload() instanceof byte[] frame) ? this.handler.handle(frame)
					: this.handler.handleTooLarge();
		}

	}

}
