package dev.couplet.tcp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.couplet.SocketClient;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.Value;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.serializer.Serializer;
import org.springframework.integration.ip.tcp.connection.TcpConnection;
import org.springframework.integration.ip.tcp.connection.TcpListener;
import org.springframework.integration.ip.tcp.connection.TcpSender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link GatewayHandler}, with a real gateway and a netstring protocol in which
 * {@code quit} ends the connection.
 */
class GatewayHandlerTests {

	private static final EventLoops LOOPS = new EventLoops(Transport.AUTO, () -> false);

	private static final FrameCodec NETSTRINGS = NetstringSerializer.forRequests(new SizeLimit(1_000_000));

	// a time slice is 16 KB, and a request counts as 256 bytes plus its length
	private static final int MAX_REQUESTS_IN_A_SLICE = 16 * 1024 / 256;

	private final CountedFailures failures = new CountedFailures();

	private final List<String> served = new CopyOnWriteArrayList<>();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	private final FrameProtocol protocol = new Protocol();

	private final TransformPort transforms = transforms(service(100));

	private final Listener listener = new Listener("test", new ListenPort("localhost", 0, "test.port"),
			TestLimits.defaults(), LOOPS, null, this.failures.counters());

	private final ListenerGateway gateway = new ListenerGateway(this.listener, NETSTRINGS, this.protocol,
			this.transforms);

	private final TestChannel channel = open();

	@AfterEach
	void stopListener() {
		this.released.countDown();
		this.listener.stop();
	}

	@AfterAll
	static void stopLoops() {
		LOOPS.close();
	}

	private TransformService service(int maxWaiting) {
		Transform upper = Transform.named("upper").applying((text) -> {
			this.served.add(text);
			return text.toUpperCase(Locale.ROOT);
		});
		Transform slow = Transform.named("slow").weighing(100_000_000).applying((text) -> {
			this.begun.countDown();
			awaitRelease();
			return Thread.currentThread().getName();
		});
		TransformService service = new TransformService(new Catalogue(List.of(upper, slow)), new SizeLimit(1_000_000),
				Duration.ofDays(1), Long.MAX_VALUE, maxWaiting);
		// the first run of a recipe is always on a worker
		service.transform("upper", Value.of(""));
		this.served.clear();
		return service;
	}

	private TransformPort transforms(TransformService service) {
		return new TransformPorts(service, this.failures.meters(), null).open("test");
	}

	private void awaitRelease() {
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private TestChannel open() {
		ConnectionFailures connectionFailures = this.failures.newHandler();
		return TestChannel.open(new RequestDeadline(TestLimits.defaults(), connectionFailures),
				new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()), newHandler(this.gateway),
				connectionFailures);
	}

	private GatewayHandler newHandler(TcpListener target) {
		return newHandler(NETSTRINGS, target);
	}

	private GatewayHandler newHandler(Serializer<byte[]> serializer, TcpListener target) {
		return new GatewayHandler(serializer,
				(frame) -> new FrameRequest(this.protocol, this.transforms, frame, this.transforms.newReservation()),
				target, this.gateway);
	}

	private SocketClient connect(TcpListener target) {
		this.listener.start(() -> List.of(new DrainHandler(),
				new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()), newHandler(target)));
		return SocketClient.connect(this.listener.port());
	}

	@Test
	void readsTheFirstRequestImmediately() {
		assertThat(this.channel.reads()).isOne();
	}

	@Test
	void repliesInTheOrderOfTheRequests() {
		this.channel.receive(request("a") + request("b") + request("c"));
		this.channel.receive(request("d"));
		assertThat(this.channel.sent()).isEqualTo("1:A,1:B,1:C,1:D,");
	}

	@Test
	void repliesOfOneReadAreSentTogether() {
		this.channel.receive(request("a") + request("b"));
		assertThat(this.channel.outboundMessages()).hasSize(1);
	}

	@Test
	void repliesAreSentAfterTheOtherReadySocketsHaveBeenRead() {
		ByteBuf received = Unpooled.copiedBuffer(request("a"), StandardCharsets.US_ASCII);
		this.channel.pipeline().fireChannelRead(received).fireChannelReadComplete();
		assertThat(this.channel.outboundMessages()).isEmpty();
		this.channel.runPendingTasks();
		assertThat(this.channel.sent()).isEqualTo("1:A,");
	}

	@Test
	void repliesAreSentBeforeTheNextRequestIsAwaited() {
		this.channel.receive(request("a") + "7:upp");
		assertThat(this.channel.sent()).isEqualTo("1:A,");
	}

	@Test
	void anErrorGetsAReplyAndIsCounted() {
		this.channel.receive("9:unknown.a," + request("b"));
		assertThat(this.channel.sent()).isEqualTo("5:error,1:B,");
		assertThat(this.failures.counts()).hasSize(1).containsEntry("unknown-transform", 1);
	}

	@Test
	void pipelinedRequestsAreServedInTimeSlices() {
		int requests = 5000;
		List<Integer> slices = serveInSlices(request("a").repeat(requests), requests);
		assertThat(slices).hasSizeLessThan(2 * requests / MAX_REQUESTS_IN_A_SLICE)
			.allMatch((served) -> served <= MAX_REQUESTS_IN_A_SLICE);
		assertThat(this.channel.sent()).isEqualTo("1:A,".repeat(requests));
	}

	@Test
	void aTimeSliceIsLimitedInBytesToo() {
		assertThat(serveInSlices(request("x".repeat(5000)).repeat(8), 8)).containsExactly(2, 2, 2, 2);
	}

	/**
	 * Counts the requests that are served between other tasks.
	 */
	private List<Integer> serveInSlices(String requests, int count) {
		this.channel.runClock();
		List<Integer> seen = new ArrayList<>();
		seen.add(0);
		doOtherWork(seen, count);
		this.channel.receive(requests);
		for (int i = 0; i < count; i++) {
			this.channel.runScheduledPendingTasks();
		}
		seen.add(this.served.size());
		assertThat(this.served).hasSize(count);
		return IntStream.range(1, seen.size())
			.map((i) -> seen.get(i) - seen.get(i - 1))
			.filter((served) -> served > 0)
			.boxed()
			.toList();
	}

	private void doOtherWork(List<Integer> seen, int count) {
		this.channel.eventLoop().schedule(() -> {
			seen.add(this.served.size());
			if (this.served.size() < count) {
				doOtherWork(seen, count);
			}
		}, 1, TimeUnit.NANOSECONDS);
	}

	@Test
	void stopsServingAClientThatDoesNotRead() {
		this.channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(100, 200));
		this.channel.take(0);
		List<String> texts = IntStream.range(0, 10).mapToObj((i) -> i + "x".repeat(5000)).toList();
		this.channel.receive(texts.stream().map(GatewayHandlerTests::request).collect(Collectors.joining()));
		int servedUnread = this.served.size();
		int reads = this.channel.reads();
		assertThat(servedUnread).isLessThan(texts.size());
		this.channel.pass(Duration.ofSeconds(1));
		assertThat(this.served).hasSize(servedUnread);
		assertThat(this.channel.reads()).isEqualTo(reads);
		this.channel.take(Integer.MAX_VALUE);
		this.channel.pass(Duration.ZERO);
		assertThat(this.served).isEqualTo(texts);
		assertThat(this.channel.sent()).isEqualTo(
				texts.stream().map((text) -> netstring(text.toUpperCase(Locale.ROOT))).collect(Collectors.joining()));
	}

	@Test
	void theLastReplyClosesTheConnectionAfterItIsSent() {
		this.channel.take(0);
		this.channel.receive(request("a") + request("quit") + request("b"));
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.take(Integer.MAX_VALUE);
		assertThat(this.channel.sent()).isEqualTo("1:A,4:QUIT,");
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.served).containsExactly("a", "quit");
	}

	@Test
	void noReplyClosesTheConnectionAfterTheRepliesBeforeIt() {
		this.channel.take(0);
		this.channel.receive(request("a") + "4:shut,");
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.take(Integer.MAX_VALUE);
		assertThat(this.channel.sent()).isEqualTo("1:A,");
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void anOversizedFrameIsRefusedInOrderAndClosesTheConnection() {
		this.channel.receive(request("a") + "9999999:x");
		assertThat(this.channel.sent()).isEqualTo("1:A,5:error,");
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.failures.counts()).hasSize(1).containsEntry("too-large", 1);
	}

	@Test
	void invalidBytesCloseTheConnectionAfterTheRepliesBeforeThem() {
		this.channel.take(0);
		this.channel.receive(request("a") + "x");
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.take(Integer.MAX_VALUE);
		assertThat(this.channel.sent()).isEqualTo("1:A,");
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.failures.counts()).hasSize(1).containsEntry("malformed-request", 1);
	}

	@Test
	void aThrownErrorClosesTheConnectionAndIsCounted() {
		this.channel.receive(request("a") + "5:break," + request("b"));
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.failures.counts()).hasSize(1).containsEntry("server-failed", 1);
		assertThat(this.channel.sent()).isEqualTo("1:A,");
		assertThat(this.served).containsExactly("a");
	}

	@Test
	void anExpensiveRequestRunsOnAWorkerBeforeTheNextIsServed() throws InterruptedException {
		try (SocketClient client = connect(this.gateway)) {
			client.send(request("a") + "6:slow.b," + request("c"));
			assertThat(client.read(4)).isEqualTo("1:A,");
			assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
			// the loop is free
			LOOPS.awaitPendingTasks();
			assertThat(this.served).containsExactly("a");
			this.released.countDown();
			String replies = client.halfClose().readToEnd();
			assertThat(replies).matches("\\d+:transform-worker-\\d+,1:C,");
		}
	}

	@Test
	void anErrorThatAWorkerThrowsClosesTheConnectionAndIsCounted() {
		TcpListener broken = (message) -> {
			if (Thread.currentThread().getName().startsWith("transform-worker")) {
				throw new StackOverflowError();
			}
			this.gateway.onMessage(message);
		};
		this.released.countDown();
		try (SocketClient client = connect(broken)) {
			assertThat(client.send("6:slow.b," + request("c")).readToEnd()).isEmpty();
		}
		assertThat(this.failures.counts()).hasSize(1).containsEntry("server-failed", 1);
		assertThat(this.served).isEmpty();
	}

	@Test
	void aWorkersReplyThatCannotBeWrittenClosesTheConnectionAndIsCounted() {
		Serializer<byte[]> broken = (reply, output) -> {
			throw new OutOfMemoryError("no direct memory");
		};
		this.listener.start(
				() -> List.of(new DrainHandler(), new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()),
						newHandler(broken, this.gateway)));
		this.released.countDown();
		try (SocketClient client = SocketClient.connect(this.listener.port())) {
			assertThat(client.send("6:slow.b,").readToEnd()).isEmpty();
		}
		assertThat(this.failures.counts()).hasSize(1).containsEntry("server-failed", 1);
	}

	@Test
	void aClientThatDisconnectsWhileItIsServedIsNotAServerError() throws InterruptedException {
		// other transports notice it only when they write
		assumeThat(LOOPS.transport()).isEqualTo(Transport.EPOLL);
		AtomicReference<@Nullable RuntimeException> thrown = new AtomicReference<>();
		TcpListener watched = (message) -> {
			try {
				this.gateway.onMessage(message);
			}
			catch (RuntimeException ex) {
				thrown.set(ex);
				throw ex;
			}
		};
		try (CapturedLog log = new CapturedLog(ListenerGateway.class);
				SocketClient client = connect(watched);
				SocketClient next = SocketClient.connect(this.listener.port())) {
			client.send("6:slow.b,");
			assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
			client.reset();
			Awaitility.await().until(() -> this.listener.connections() == 1);
			this.released.countDown();
			assertThat(next.send("6:slow.c,").readNetstring()).startsWith("transform-worker-");
			LOOPS.awaitPendingTasks();
			assertThat(thrown.get()).isNull();
			assertThat(log.lines()).noneMatch((line) -> line.startsWith("ERROR"));
		}
	}

	@Test
	void abandonsARequestWhoseClientHasResetTheConnection() throws InterruptedException {
		assumeThat(LOOPS.transport()).isEqualTo(Transport.EPOLL);
		try (SocketClient client = connect(this.gateway);
				SocketClient next = SocketClient.connect(this.listener.port())) {
			client.send(netstring("slow,upper.b"));
			assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
			client.reset();
			Awaitility.await().until(() -> this.listener.connections() == 1);
			this.released.countDown();
			assertThat(next.send("6:slow.c,").readNetstring()).startsWith("transform-worker-");
			assertThat(this.served).isEmpty();
			assertThat(this.failures.counts()).hasSize(1).containsEntry("vanished", 1);
		}
	}

	@Test
	void refusesARequestImmediatelyIfTheQueueIsFull() throws InterruptedException {
		TransformService service = service(1);
		TransformPort busy = transforms(service);
		Function<byte[], FrameRequest> requests = (frame) -> new FrameRequest(this.protocol, busy, frame,
				busy.newReservation());
		this.listener.start(
				() -> List.of(new DrainHandler(), new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()),
						new GatewayHandler(NETSTRINGS, requests, this.gateway, this.gateway)));
		try (SocketClient occupying = SocketClient.connect(this.listener.port());
				SocketClient waiting = SocketClient.connect(this.listener.port());
				SocketClient refused = SocketClient.connect(this.listener.port())) {
			occupying.send("6:slow.a,");
			assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
			waiting.send("6:slow.b,");
			Awaitility.await().until(() -> service.queueLength() == 1);
			assertThat(refused.send("6:slow.c," + request("d")).read(12)).isEqualTo("5:error,1:D,");
			this.released.countDown();
			assertThat(waiting.readNetstring()).startsWith("transform-worker-");
		}
	}

	/**
	 * The gateway keeps a connection, and with it the text of its request, until the
	 * connection is removed.
	 */
	@Test
	void removesAConnectionThatIsResetWhileItsRequestIsQueued() throws InterruptedException {
		TransformService service = service(100);
		TransformPort busy = transforms(service);
		Set<TcpConnection> known = ConcurrentHashMap.newKeySet();
		TcpSender sender = new TcpSender() {

			@Override
			public void addNewConnection(TcpConnection connection) {
				known.add(connection);
				GatewayHandlerTests.this.gateway.addNewConnection(connection);
			}

			@Override
			public void removeDeadConnection(TcpConnection connection) {
				known.remove(connection);
				GatewayHandlerTests.this.gateway.removeDeadConnection(connection);
			}

		};
		this.listener.start(
				() -> List.of(new DrainHandler(), new FrameDecoder(NETSTRINGS.newReader(), TestLimits.newReservation()),
						new GatewayHandler(NETSTRINGS,
								(frame) -> new FrameRequest(this.protocol, busy, frame, busy.newReservation()),
								this.gateway, sender)));
		try (SocketClient occupying = SocketClient.connect(this.listener.port())) {
			occupying.send("6:slow.a,");
			assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
			for (int i = 0; i < 5; i++) {
				SocketClient waiting = SocketClient.connect(this.listener.port()).send("6:slow.b,");
				Awaitility.await().until(() -> service.queueLength() == 1);
				waiting.reset();
				Awaitility.await().until(() -> service.queueLength() == 0);
			}
			Awaitility.await().until(() -> known.size() == 1);
			this.released.countDown();
			assertThat(occupying.readNetstring()).startsWith("transform-worker-");
		}
		Awaitility.await().until(known::isEmpty);
	}

	@Test
	void servesAllRequestsPipelinedBeforeADrain() throws InterruptedException {
		int requests = 20_000;
		try (SocketClient client = connect(this.gateway)) {
			// all of 16 bytes, so that every socket read ends at the end of a request
			client.send("12:slow.1234567," + request("abcdef").repeat(requests));
			assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
			this.listener.beginDrain();
			LOOPS.awaitPendingTasks();
			this.released.countDown();
			assertThat(client.readToEnd()).contains(":transform-worker-").endsWith("," + "6:ABCDEF,".repeat(requests));
		}
	}

	private static String request(String text) {
		return netstring("upper." + text);
	}

	private static String netstring(String text) {
		return text.length() + ":" + text + ",";
	}

	/**
	 * A recipe, a dot and a text.
	 */
	private static final class Protocol implements FrameProtocol {

		@Override
		public RequestFrame read(byte[] frame) {
			if (new String(frame, StandardCharsets.US_ASCII).equals("break")) {
				throw new StackOverflowError();
			}
			return RequestFrame.read(frame, '.');
		}

		@Override
		public Reply success(Value result) {
			byte[] reply = result.bytes();
			return result.text().equals("QUIT") ? Reply.last(reply) : Reply.of(reply);
		}

		@Override
		public Reply failure(TransformException error) {
			return (error instanceof MalformedRecipeException) ? Reply.close() : Reply.of(Utf8.encode("error"));
		}

	}

}
