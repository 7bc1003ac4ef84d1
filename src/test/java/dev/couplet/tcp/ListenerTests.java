package dev.couplet.tcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.couplet.SocketClient;
import io.netty.util.NetUtil;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Listener} and the pipeline of its connections, with a
 * {@link LineServer} and real sockets.
 */
@Timeout(120)
class ListenerTests {

	private static final Duration NONE = Duration.ZERO;

	private static final Duration SHORT = Duration.ofMillis(150);

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final TcpProperties LONG_TIMEOUTS = LineServer.limits(1000);

	private final List<LineServer> servers = new ArrayList<>();

	@AfterEach
	void stopServers() {
		this.servers.forEach(LineServer::close);
	}

	@Test
	void servesRequestsOnOneConnectionInOrder() {
		LineServer server = start(LONG_TIMEOUTS);
		assertThat(SocketClient.exchange(server.port(), "a\nb\nquit\n")).isEqualTo("a\nb\nquit\n");
	}

	@Test
	void sendsRepliesBeforeItWaitsForMoreInput() {
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient client = SocketClient.connect(server.port())) {
			assertThat(client.send("a\nb").read(2)).isEqualTo("a\n");
			assertThat(client.send("\nquit\n").readToEnd()).isEqualTo("b\nquit\n");
		}
	}

	@Test
	void answersAllRequestsSentBeforeAHalfClose() {
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient client = SocketClient.connect(server.port())) {
			assertThat(client.send("a\nb\n").halfClose().readToEnd()).isEqualTo("a\nb\n");
		}
	}

	@Test
	void answersAnExpensiveRequestSentBeforeAHalfClose() throws InterruptedException {
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient client = SocketClient.connect(server.port())) {
			client.send("a\nslow\nb\n").halfClose();
			server.awaitSlowRequest();
			server.releaseSlowRequests();
			assertThat(client.readToEnd()).isEqualTo("a\nslow\nb\n");
		}
	}

	@Test
	void closesAConnectionAtTheRequestTimeoutAlthoughBytesArrive() {
		LineServer server = start(LineServer.limits(1000, SHORT, LONG, LONG));
		try (SocketClient client = SocketClient.connect(server.port())) {
			Awaitility.await().until(() -> server.listener().connections() == 1);
			Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> {
				client.sendWhileOpen(new byte[] { 'x' });
				return server.listener().connections() == 0;
			});
		}
		assertThat(server.failed("request-timeout")).isEqualTo(1);
		assertThat(server.listener().isListening()).isTrue();
	}

	@Test
	void closesAnIdleConnectionAtTheIdleTimeoutAndNotBefore() {
		LineServer server = start(LineServer.limits(1000, LONG, SHORT, LONG));
		long start = System.nanoTime();
		try (SocketClient client = SocketClient.connect(server.port())) {
			assertThat(client.readToEnd()).isEmpty();
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
		assertThat(server.failed()).isZero();
	}

	@Test
	void timeoutsDoNotApplyWhileARequestIsServed() throws InterruptedException {
		LineServer server = start(LineServer.limits(1000, SHORT, SHORT, SHORT));
		try (SocketClient slow = SocketClient.connect(server.port());
				SocketClient idle = SocketClient.connect(server.port())) {
			slow.send("slow\nquit\n");
			server.awaitSlowRequest();
			// when the idle connection is closed, the other has been waiting as long
			assertThat(idle.readToEnd()).isEmpty();
			server.releaseSlowRequests();
			assertThat(slow.readToEnd()).isEqualTo("slow\nquit\n");
		}
	}

	@Test
	void aTimeoutOfZeroMeansNoTimeout() {
		LineServer withoutTimeouts = start(LineServer.limits(1000, NONE, NONE, NONE));
		LineServer withTimeouts = start(LineServer.limits(1000, SHORT, SHORT, SHORT));
		try (SocketClient waiting = SocketClient.connect(withoutTimeouts.port());
				SocketClient cut = SocketClient.connect(withTimeouts.port())) {
			assertThat(cut.readToEnd()).isEmpty();
			assertThat(waiting.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
	}

	@Test
	void closesTheConnectionOfAClientThatDoesNotReadAtTheWriteTimeout() {
		LineServer server = start(LineServer.limits(1000, LONG, LONG, SHORT));
		byte[] line = ("x".repeat(1_000_000) + "\n").getBytes(StandardCharsets.US_ASCII);
		try (SocketClient client = SocketClient.connect(server.port())) {
			while (client.isOpenFor(line)) {
				assertThat(server.failed("vanished")).isZero();
			}
		}
		assertThat(server.failed("write-timeout")).isEqualTo(1);
		assertThat(server.failed()).isEqualTo(1);
	}

	@Test
	void closesAndCountsConnectionsAboveTheLimitUntilOneIsClosed() {
		LineServer server = start(LineServer.limits(2));
		try (SocketClient first = SocketClient.connect(server.port());
				SocketClient second = SocketClient.connect(server.port())) {
			assertThat(first.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(second.send("b\n").read(2)).isEqualTo("b\n");
			try (SocketClient third = SocketClient.connect(server.port())) {
				assertThat(third.readToEnd()).isEmpty();
			}
			assertThat(server.listener().refused()).isEqualTo(1);
			assertThat(second.send("quit\n").readToEnd()).isEqualTo("quit\n");
			Awaitility.await().until(() -> server.listener().connections() == 1);
			assertThat(SocketClient.exchange(server.port(), "quit\n")).isEqualTo("quit\n");
			assertThat(first.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
	}

	/**
	 * A worker creates the replies to texts of this size, so the half-close is noticed
	 * before.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "NIO", "EPOLL", "IO_URING" })
	void sendsAReplyThatExceedsTheSocketBufferAfterAHalfClose(String name) {
		Transport transport = Transport.valueOf(name);
		Assumptions.assumeTrue(transport.isAvailable(), name);
		String line = "x".repeat(1_000_000) + "\n";
		try (EventLoops loops = new EventLoops(transport, () -> false);
				LineServer server = LineServer.start(LONG_TIMEOUTS, null, loops);
				SocketClient client = SocketClient.connectWithReceiveBuffer(server.port(), 4096)) {
			assertThat(client.send(line).send(line).halfClose().readToEnd()).isEqualTo(line + line);
			assertThat(server.failed()).isZero();
		}
	}

	@Test
	void doesNotCountResetConnectionsAsOpen() {
		LineServer server = start(LONG_TIMEOUTS);
		for (int i = 0; i < 500; i++) {
			SocketClient.connect(server.port()).reset();
		}
		assertThat(SocketClient.exchange(server.port(), "quit\n")).isEqualTo("quit\n");
		Awaitility.await().until(() -> server.listener().connections() == 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "quit", "slow quit" })
	void doesNotLoseAReplyIfThereIsUnreadInput(String kind) {
		String reply = "x".repeat(50_000);
		LineServer server = start(LONG_TIMEOUTS);
		server.releaseSlowRequests();
		String first = kind.startsWith("slow") ? "slow\n" : "";
		for (int i = 0; i < 50; i++) {
			assertThat(SocketClient.exchange(server.port(), first + reply + "\nquit\n" + "unread".repeat(50_000)))
				.isEqualTo(first + reply + "\nquit\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "exception", "error" })
	void anExceptionClosesTheConnectionButNotTheListener(String line) {
		LineServer server = start(LONG_TIMEOUTS);
		assertThat(SocketClient.exchange(server.port(), "a\n" + line + "\nb\n")).isEqualTo("a\n");
		assertThat(server.failed("server-failed")).isEqualTo(1);
		assertThat(SocketClient.exchange(server.port(), "quit\n")).isEqualTo("quit\n");
	}

	/**
	 * A line of this length is read by a worker.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "exception", "error" })
	void anExceptionOnAWorkerClosesTheConnection(String line) {
		LineServer server = start(LONG_TIMEOUTS);
		String large = line + " ".repeat(200_000);
		assertThat(SocketClient.exchange(server.port(), "a\n" + large + "\nb\n")).isEqualTo("a\n");
		assertThat(server.failed("server-failed")).isEqualTo(1);
		Awaitility.await().until(() -> server.listener().connections() == 0);
		String next = "x".repeat(200_000) + "\nquit\n";
		assertThat(SocketClient.exchange(server.port(), next)).isEqualTo(next);
	}

	@Test
	void anExpensiveRequestDoesNotDelayOtherConnections() throws InterruptedException {
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient fresh = SocketClient.connect(server.port());
				SocketClient known = SocketClient.connect(server.port());
				SocketClient other = SocketClient.connect(server.port())) {
			assertThat(known.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(other.send("a\n").read(2)).isEqualTo("a\n");
			fresh.send("slow\nb\n");
			server.awaitSlowRequest();
			known.send("slow\nc\n");
			assertThat(other.send("d\n").read(2)).isEqualTo("d\n");
			assertThat(other.send("in two").send(" pieces\n").read(14)).isEqualTo("in two pieces\n");
			assertThat(SocketClient.exchange(server.port(), "quit\n")).isEqualTo("quit\n");
			server.releaseSlowRequests();
			assertThat(fresh.read(7)).isEqualTo("slow\nb\n");
			assertThat(known.read(7)).isEqualTo("slow\nc\n");
			assertThat(known.send("f\n").read(2)).isEqualTo("f\n");
		}
	}

	@Test
	void keepsRepliesForASlowReaderWhileOthersAreServed() {
		String line = "x".repeat(100_000) + "\n";
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient client = SocketClient.connect(server.port())) {
			CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
				for (int i = 0; i < 200; i++) {
					client.send(line);
				}
				client.send("quit\n");
			});
			assertThat(SocketClient.exchange(server.port(), "quit\n")).isEqualTo("quit\n");
			assertThat(client.readToEnd()).isEqualTo(line.repeat(200) + "quit\n");
			assertThat(sent).succeedsWithin(Duration.ofSeconds(20));
		}
	}

	@Test
	void answersRequestsInOrderHoweverTheyAreSegmented() {
		String requests = IntStream.range(0, 40_000).mapToObj((i) -> i + "\n").collect(Collectors.joining()) + "quit\n";
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient client = SocketClient.connect(server.port())) {
			CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> client.send(requests));
			assertThat(client.readToEnd()).isEqualTo(requests);
			assertThat(sent).succeedsWithin(Duration.ofSeconds(20));
		}
	}

	@Test
	void aDrainAnswersRequestsInFlightAndClosesIdleConnections() throws InterruptedException {
		LineServer server = start(LONG_TIMEOUTS);
		Listener listener = server.listener();
		try (SocketClient idle = SocketClient.connect(server.port());
				SocketClient busy = SocketClient.connect(server.port());
				SocketClient halfway = SocketClient.connect(server.port())) {
			assertThat(idle.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(halfway.send("b\nhalf").read(2)).isEqualTo("b\n");
			busy.send("slow\nlast\n");
			server.awaitSlowRequest();
			int port = server.port();
			listener.beginDrain();
			assertThat(idle.readToEnd()).isEmpty();
			Awaitility.await()
				.untilAsserted(() -> assertThatExceptionOfType(ConnectException.class)
					.isThrownBy(() -> new Socket("localhost", port).close()));
			assertThat(halfway.send("way\n").readToEnd()).isEqualTo("halfway\n");
			server.releaseSlowRequests();
			assertThat(busy.readToEnd()).isEqualTo("slow\nlast\n");
		}
		listener.awaitDrain();
		assertThat(listener.connections()).isZero();
	}

	@Test
	void servesAClientThatConnectedJustBeforeTheDrain() throws InterruptedException {
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient client = SocketClient.connect(server.port())) {
			server.listener().beginDrain();
			assertThat(client.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(client.readToEnd()).isEmpty();
		}
		server.listener().awaitDrain();
	}

	/**
	 * The loops are blocked until the clients are in the backlog and the drain has
	 * started.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "NIO", "EPOLL", "IO_URING" })
	void servesClientsInTheBacklogWhenADrainStarts(String name) throws InterruptedException {
		Transport transport = Transport.valueOf(name);
		Assumptions.assumeTrue(transport.isAvailable(), name);
		CountDownLatch released = new CountDownLatch(1);
		try (EventLoops loops = new EventLoops(transport, () -> false);
				LineServer server = LineServer.start(LONG_TIMEOUTS, null, loops)) {
			loops.newServer().config().group().forEach((loop) -> loop.execute(() -> await(released)));
			List<SocketClient> clients = Stream.generate(() -> SocketClient.connect(server.port()))
				.limit(20)
				.map((client) -> client.send("quit\n"))
				.toList();
			server.listener().beginDrain();
			released.countDown();
			assertThat(clients).allSatisfy((client) -> assertThat(client.readToEnd()).isEqualTo("quit\n"));
			server.listener().awaitDrain();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void aDrainedPortRefusesConnectionsWhileARequestIsServed() throws InterruptedException {
		LineServer server = start(LONG_TIMEOUTS);
		int port = server.port();
		try (SocketClient client = SocketClient.connect(port)) {
			client.send("slow\n");
			server.awaitSlowRequest();
			server.listener().beginDrain();
			Awaitility.await().until(() -> !server.listener().isListening());
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> SocketClient.connect(port).close())
				.withMessageContaining("refused");
			server.releaseSlowRequests();
			assertThat(client.readToEnd()).isEqualTo("slow\n");
		}
		server.listener().awaitDrain();
	}

	@Test
	void aStopClosesBusyAndIdleConnections() throws InterruptedException {
		LineServer server = start(LONG_TIMEOUTS);
		try (SocketClient idle = SocketClient.connect(server.port());
				SocketClient busy = SocketClient.connect(server.port())) {
			assertThat(idle.send("a\n").read(2)).isEqualTo("a\n");
			busy.send("slow\n");
			server.awaitSlowRequest();
			server.stop();
			assertThat(idle.readToEnd()).isEmpty();
			assertThat(busy.readToEnd()).isEmpty();
			assertThat(server.listener().connections()).isZero();
		}
	}

	@Test
	void aStoppedListenerCanBeStartedAgain() {
		LineServer server = start(LONG_TIMEOUTS);
		server.stop();
		assertThat(server.listener().isListening()).isFalse();
		server.start();
		assertThat(SocketClient.exchange(server.port(), "quit\n")).isEqualTo("quit\n");
	}

	@Test
	void aDrainedListenerCanBeStartedAgain() throws InterruptedException {
		LineServer server = start(LONG_TIMEOUTS);
		server.listener().beginDrain();
		server.listener().awaitDrain();
		server.stop();
		server.start();
		try (SocketClient client = SocketClient.connect(server.port())) {
			assertThat(client.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(client.send("b\n").read(2)).isEqualTo("b\n");
		}
	}

	@Test
	void anOldSessionEndsAfterTheRepliesToAllThatHasArrived() {
		LineServer server = startWithSessions(Duration.ofNanos(1));
		try (SocketClient idle = SocketClient.connect(server.port());
				SocketClient busy = SocketClient.connect(server.port())) {
			String lines = "a\n".repeat(1000);
			CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> busy.send("slow\n" + lines));
			assertThat(sent).succeedsWithin(Duration.ofSeconds(20));
			server.releaseSlowRequests();
			assertThat(busy.readToEnd()).isEqualTo("slow\n" + lines);
			// as old, but without a reply
			assertThat(idle.send("b\n").readToEnd()).isEqualTo("b\n");
		}
		assertThat(server.failed()).isZero();
	}

	@Test
	void aSessionThatIsNotOldGoesOn() {
		LineServer server = startWithSessions(LONG);
		try (SocketClient client = SocketClient.connect(server.port())) {
			assertThat(client.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(client.send("b\n").read(2)).isEqualTo("b\n");
		}
	}

	private LineServer startWithSessions(Duration maxAge) {
		LineServer server = LineServer.startWithSessions(maxAge);
		this.servers.add(server);
		return server;
	}

	@Test
	void isNotListeningIfAnEventLoopHasEnded() {
		EventLoops loops = new EventLoops(Transport.AUTO, () -> false);
		LineServer server = LineServer.start(LONG_TIMEOUTS, null, loops);
		this.servers.add(server);
		assertThat(server.listener().isListening()).isTrue();
		loops.close();
		assertThat(server.listener().isListening()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "NIO", "EPOLL", "IO_URING" })
	void servesOnEveryAvailableTransport(String name) {
		Transport transport = Transport.valueOf(name);
		Assumptions.assumeTrue(transport.isAvailable(), name);
		try (EventLoops loops = new EventLoops(transport, () -> false);
				LineServer server = LineServer.start(LONG_TIMEOUTS, null, loops)) {
			String reply = "x".repeat(500_000) + "\n";
			try (SocketClient client = SocketClient.connect(server.port())) {
				CompletableFuture.runAsync(() -> client.send(reply.repeat(5)).halfClose());
				assertThat(client.readToEnd()).isEqualTo(reply.repeat(5));
			}
			for (int i = 0; i < 20; i++) {
				assertThat(SocketClient.exchange(server.port(), reply + "quit\n" + "unread".repeat(50_000)))
					.isEqualTo(reply + "quit\n");
			}
		}
	}

	@Test
	void aPortInUseFailsTheStartWithSpringBootsMessage() throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			LineServer server = LineServer.on(taken.getLocalPort(), "localhost");
			assertThatExceptionOfType(ListenerStartException.class).isThrownBy(server::start).satisfies((ex) -> {
				FailureAnalysis analysis = new ListenerStartFailureAnalyzer().analyze(ex, ex);
				assertThat(analysis.getDescription()).isEqualTo(
						"The lines listener failed to start. Port " + taken.getLocalPort() + " was already in use.");
				assertThat(analysis.getAction()).contains("couplet.lines.port");
			});
		}
	}

	@Test
	void anAddressOfAnotherMachineFailsTheStartWithTheNameOfTheSetting() {
		LineServer server = LineServer.on(0, "192.0.2.1");
		assertThatExceptionOfType(ListenerStartException.class).isThrownBy(server::start).satisfies((ex) -> {
			FailureAnalysis analysis = new ListenerStartFailureAnalyzer().analyze(ex, ex);
			assertThat(analysis.getDescription()).contains("192.0.2.1");
			assertThat(analysis.getAction()).contains("couplet.address");
		});
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, 127.0.0.1", "::1, [::1]", "::, [::]" })
	void describesItsAddressInTheUsualFormat(String address, String shown) {
		Assumptions.assumeTrue(!address.contains(":") || hasIpv6(), "the machine has no IPv6");
		try (LineServer server = LineServer.on(0, address)) {
			server.start();
			assertThat(server.listener().place()).isEqualTo("on " + shown + ":" + server.port());
		}
	}

	private static boolean hasIpv6() {
		try (ServerSocket socket = new ServerSocket(0, 0, NetUtil.LOCALHOST6)) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private LineServer start(TcpProperties limits) {
		LineServer server = LineServer.start(limits);
		this.servers.add(server);
		return server;
	}

}
