package dev.couplet.tcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.couplet.endpoint.FailedRequests;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.integration.ip.tcp.inbound.TcpInboundGateway;

/**
 * A listener with a line protocol that echoes each line. {@code quit} is echoed and ends
 * the connection, {@code close} ends it without a reply, and a line that starts with
 * {@code slow} blocks on a worker until it is released.
 */
final class LineServer implements AutoCloseable {

	private static final int MAX_LENGTH = 1024 * 1024;

	private static final EventLoops LOOPS = new EventLoops(Transport.AUTO, () -> false);

	private final CountDownLatch slowBegun = new CountDownLatch(1);

	private final CountDownLatch slowReleased = new CountDownLatch(1);

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final Listener listener;

	private final TcpInboundGateway gateway;

	private LineServer(ListenAddress address, TcpProperties properties, @Nullable Tls tls, EventLoops loops,
			Duration maxSessionAge) {
		this.listener = new Listener("lines", address, properties, loops, tls,
				new FailedRequests("lines", this.meters));
		Transform echo = Transform.named("echo").describedAs("The text.").applying((text) -> text);
		Transform slow = Transform.named("slow")
			.describedAs("Waits.")
			.weighing(100_000_000)
			.applying(this::awaitRelease);
		TransformService service = new TransformService(new Catalogue(List.of(echo, slow)), new SizeLimit(MAX_LENGTH));
		this.gateway = new ListenerGateway(this.listener, new LineCodec(), new LineProtocol(),
				new TransformPorts(service, this.meters, null).open("lines"), maxSessionAge);
	}

	static LineServer on(int port, String address) {
		return new LineServer(new ListenPort(address, port, "couplet.lines.port"), limits(1000), null, LOOPS,
				Duration.ZERO);
	}

	static LineServer on(Path path) {
		return on(path, limits(1000), LOOPS);
	}

	static LineServer on(Path path, TcpProperties limits, EventLoops loops) {
		return new LineServer(new ListenPath(path, "couplet.lines.path"), limits, null, loops, Duration.ZERO);
	}

	static LineServer startWithSessions(Duration maxAge) {
		return start(limits(1000), null, LOOPS, maxAge);
	}

	static LineServer start(TcpProperties limits) {
		return start(limits, null, LOOPS);
	}

	static LineServer start(TcpProperties limits, @Nullable Tls tls) {
		return start(limits, tls, LOOPS);
	}

	static LineServer start(TcpProperties limits, @Nullable Tls tls, EventLoops loops) {
		return start(limits, tls, loops, Duration.ZERO);
	}

	private static LineServer start(TcpProperties limits, @Nullable Tls tls, EventLoops loops, Duration maxSessionAge) {
		ListenPort address = new ListenPort("localhost", 0, "couplet.lines.port");
		LineServer server = new LineServer(address, limits, tls, loops, maxSessionAge);
		server.start();
		return server;
	}

	static TcpProperties limits(int maxConnections) {
		Duration patient = Duration.ofSeconds(30);
		return limits(maxConnections, patient, patient, patient);
	}

	static TcpProperties limits(int maxConnections, Duration request, Duration idle, Duration write) {
		return new TcpProperties(maxConnections, 0, ProxyProtocol.OFF, Transport.AUTO, request, idle, write);
	}

	void start() {
		this.gateway.start();
	}

	void stop() {
		this.gateway.stop();
	}

	Listener listener() {
		return this.listener;
	}

	int port() {
		return this.listener.port();
	}

	double failed(String reason) {
		return this.meters.get("couplet.requests.failed").tag("reason", reason).counter().count();
	}

	double failed() {
		return this.meters.find("couplet.requests.failed")
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	void awaitSlowRequest() throws InterruptedException {
		this.slowBegun.await();
	}

	void releaseSlowRequests() {
		this.slowReleased.countDown();
	}

	private String awaitRelease(String text) {
		this.slowBegun.countDown();
		try {
			this.slowReleased.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return text;
	}

	@Override
	public void close() {
		this.slowReleased.countDown();
		this.gateway.stop();
	}

	private static final class LineProtocol implements FrameProtocol {

		@Override
		public RequestFrame read(byte[] frame) {
			String line = new String(frame, StandardCharsets.UTF_8);
			return switch (line.strip()) {
				case "exception" -> throw new IllegalStateException("a line");
				case "error" -> throw new StackOverflowError("a line");
				default -> new RequestFrame(line.startsWith("slow") ? "slow" : "echo", Value.of(frame));
			};
		}

		@Override
		public Reply success(Value result) {
			byte[] reply = result.bytes();
			return switch (result.text()) {
				case "quit" -> Reply.last(reply);
				case "close" -> Reply.close();
				default -> Reply.of(reply);
			};
		}

		@Override
		public Reply failure(TransformException error) {
			return Reply.of(error.getMessage().getBytes(StandardCharsets.UTF_8));
		}

	}

	private static final class LineCodec implements FrameCodec {

		@Override
		public byte[] deserialize(InputStream input) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void serialize(byte[] line, OutputStream output) throws IOException {
			output.write(line);
			output.write('\n');
		}

		@Override
		public Reader newReader() {
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			return new Reader() {

				@Override
				public byte @Nullable [] read(ByteBuffer input) throws FrameTooLargeException {
					while (input.hasRemaining()) {
						byte next = input.get();
						if (next == '\n') {
							byte[] whole = line.toByteArray();
							line.reset();
							return whole;
						}
						line.write(next);
						if (line.size() > MAX_LENGTH) {
							throw new FrameTooLargeException();
						}
					}
					return null;
				}

				@Override
				public int size() {
					return MAX_LENGTH;
				}

				@Override
				public int arrived() {
					return line.size();
				}

				@Override
				public boolean hasBegun() {
					return line.size() > 0;
				}

			};
		}

	}

}
