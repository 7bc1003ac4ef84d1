package dev.couplet.tcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.couplet.transform.MemoryReservation;
import io.netty.channel.ChannelHandler;

import org.springframework.integration.ip.tcp.connection.AbstractServerConnectionFactory;
import org.springframework.integration.ip.tcp.connection.TcpListener;
import org.springframework.integration.ip.tcp.connection.TcpSender;
import org.springframework.util.Assert;

/**
 * A connection factory for a Spring Integration gateway, whose connections are the Netty
 * channels of a {@link Listener}. RATIONALE.md describes what the framework's own
 * factories lack.
 */
final class ListenerConnectionFactory extends AbstractServerConnectionFactory {

	private final Listener listener;

	private final FrameCodec codec;

	private final Supplier<MemoryReservation> memory;

	private final BiFunction<byte[], MemoryReservation, FrameRequest> requests;

	private final Duration maxSessionAge;

	ListenerConnectionFactory(Listener listener, FrameCodec codec, Supplier<MemoryReservation> memory,
			BiFunction<byte[], MemoryReservation, FrameRequest> requests, Duration maxSessionAge) {
		super(listener.port());
		this.listener = listener;
		this.codec = codec;
		this.memory = memory;
		this.requests = requests;
		this.maxSessionAge = maxSessionAge;
		setSerializer(codec);
		setDeserializer(codec);
	}

	/**
	 * Starts the listener. If the port cannot be bound, it throws an exception, where the
	 * framework's own factories publish an event later.
	 */
	@Override
	public void start() {
		if (!isActive()) {
			TcpListener gateway = getListener();
			TcpSender sender = getSender();
			Assert.state(gateway != null && sender != null, "no gateway is registered");
			this.listener.start(() -> handlers(gateway, sender));
			setActive(true);
		}
	}

	private List<ChannelHandler> handlers(TcpListener gateway, TcpSender sender) {
		FrameCodec.Reader reader = this.codec.newReader();
		MemoryReservation memory = this.memory.get();
		List<ChannelHandler> handlers = new ArrayList<>();
		handlers.add(new DrainHandler());
		handlers.add(new FrameDecoder(reader, memory));
		if (this.maxSessionAge.isPositive()) {
			handlers.add(new SessionAge(this.maxSessionAge));
		}
		handlers.add(new GatewayHandler(this.codec, (frame) -> this.requests.apply(frame, memory), gateway, sender));
		return handlers;
	}

	@Override
	public void stop() {
		if (isActive()) {
			setActive(false);
			this.listener.stop();
		}
	}

	@Override
	public int getPort() {
		return this.listener.port();
	}

	@Override
	public boolean isListening() {
		return this.listener.isListening();
	}

	@Override
	public void run() {
		throw new UnsupportedOperationException("the listener has its own event loops");
	}

}
