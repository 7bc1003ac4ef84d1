package dev.couplet.tcp;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.couplet.SocketClient;
import dev.couplet.transform.FailedRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Listener} and {@link Connection}, with a protocol of lines: each is
 * answered by itself, {@code quit} ends the connection.
 */
class ListenerTests {

	private static final Duration NONE = Duration.ZERO;

	private static final Duration SHORT = Duration.ofMillis(150);

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final TcpProperties.Limits PATIENT = new TcpProperties.Limits(1000, LONG, LONG, LONG);

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final List<Listener> started = new ArrayList<>();

	@AfterEach
	void stopListeners() {
		this.started.forEach(Listener::stop);
	}

	@Test
	void servesRequestsOnOneConnectionInOrder() {
		Listener listener = start(PATIENT);
		assertThat(SocketClient.exchange(listener.port(), "a\nb\nquit\n")).isEqualTo("a\nb\nquit\n");
	}

	@Test
	void repliesAreSentBeforeItWaitsForMore() {
		Listener listener = start(PATIENT);
		try (SocketClient client = SocketClient.connect(listener.port())) {
			assertThat(client.send("a\nb").read(2)).isEqualTo("a\n");
			assertThat(client.send("\nquit\n").readToEnd()).isEqualTo("b\nquit\n");
		}
	}

	@Test
	void answersEverythingThatWasSentBeforeAHalfClose() {
		Listener listener = start(PATIENT);
		try (SocketClient client = SocketClient.connect(listener.port())) {
			assertThat(client.send("a\nb\n").halfClose().readToEnd()).isEqualTo("a\nb\n");
		}
	}

	@Test
	void aRequestThatDripsInIsCutAtTheRequestTimeout() {
		Listener listener = start(new TcpProperties.Limits(1000, SHORT, LONG, LONG));
		try (SocketClient client = SocketClient.connect(listener.port())) {
			Awaitility.await().until(() -> listener.connections() == 1);
			Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> {
				client.send("x");
				return listener.connections() == 0;
			});
		}
		catch (UncheckedIOException ex) {
			// the byte that found the connection closed
		}
		assertThat(listener.isListening()).isTrue();
	}

	@Test
	void aLateClientIsCountedOnceHoweverLongItsThreadTakesToNotice() {
		CountDownLatch released = new CountDownLatch(1);
		Listener listener = start(new TcpProperties.Limits(1000, SHORT, LONG, LONG), (connection) -> {
			connection.awaitRequest();
			try {
				readLine(connection);
			}
			catch (WouldBlockException ex) {
				throw ex;
			}
			catch (IOException ex) {
				awaitUninterrupted(released);
				throw ex;
			}
		});
		try (SocketClient first = SocketClient.connect(listener.port())) {
			assertThat(first.send("a").readToEnd()).isEmpty();
			// as long again, in which the first is still there and looked at
			try (SocketClient second = SocketClient.connect(listener.port())) {
				assertThat(second.send("b").readToEnd()).isEmpty();
			}
			Awaitility.await().until(() -> timeouts() >= 2);
			assertThat(timeouts()).isEqualTo(2);
		}
		finally {
			released.countDown();
		}
	}

	@Test
	void anIdleConnectionIsClosedAtTheIdleTimeoutAndNotBefore() {
		Listener listener = start(new TcpProperties.Limits(1000, LONG, SHORT, LONG));
		long begun = System.nanoTime();
		try (SocketClient client = SocketClient.connect(listener.port())) {
			assertThat(client.readToEnd()).isEmpty();
		}
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(SHORT);
	}

	@Test
	void theIdleTimeoutDoesNotCutARequestThatHasBegun() throws InterruptedException {
		CountDownLatch released = new CountDownLatch(1);
		Listener listener = start(new TcpProperties.Limits(1000, LONG, SHORT, LONG), (connection) -> {
			connection.awaitRequest();
			String line = readLine(connection);
			connection.requestReceived();
			awaitUninterrupted(released);
			connection.output().write(line.getBytes(StandardCharsets.UTF_8));
		});
		try (SocketClient slow = SocketClient.connect(listener.port());
				SocketClient idle = SocketClient.connect(listener.port())) {
			slow.send("slow\n");
			// by the time that the idle one is cut, the other has been waiting as long
			assertThat(idle.readToEnd()).isEmpty();
			released.countDown();
			assertThat(slow.readToEnd()).isEqualTo("slow\n");
		}
	}

	@Test
	void aTimeoutOfZeroWaitsForEver() {
		Listener patient = start(new TcpProperties.Limits(1000, NONE, NONE, NONE));
		Listener impatient = start(new TcpProperties.Limits(1000, SHORT, SHORT, SHORT));
		try (SocketClient waiting = SocketClient.connect(patient.port());
				SocketClient cut = SocketClient.connect(impatient.port())) {
			assertThat(cut.readToEnd()).isEmpty();
			assertThat(waiting.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
	}

	@Test
	void aClientThatDoesNotReadIsCutAtTheWriteTimeout() {
		byte[] block = new byte[1 << 16];
		Listener listener = start(new TcpProperties.Limits(1000, LONG, LONG, SHORT), (connection) -> {
			connection.begin();
			while (true) {
				connection.output().write(block);
			}
		});
		try (SocketClient client = SocketClient.connect(listener.port())) {
			client.send("never reads\n");
			Awaitility.await().until(() -> listener.connections() == 1);
			Awaitility.await().until(() -> listener.connections() == 0);
		}
	}

	@Test
	void aConnectionOverTheMaximumIsClosedAtOnceAndCountedAndTheNextIsLetInWhenOneLeaves() {
		Listener listener = start(new TcpProperties.Limits(2, LONG, LONG, LONG));
		try (SocketClient first = SocketClient.connect(listener.port());
				SocketClient second = SocketClient.connect(listener.port())) {
			assertThat(first.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(second.send("b\n").read(2)).isEqualTo("b\n");
			try (SocketClient third = SocketClient.connect(listener.port())) {
				assertThat(third.readToEnd()).isEmpty();
			}
			assertThat(listener.refused()).isEqualTo(1);
			assertThat(second.send("quit\n").readToEnd()).isEqualTo("quit\n");
			Awaitility.await().until(() -> listener.connections() == 1);
			assertThat(SocketClient.exchange(listener.port(), "quit\n")).isEqualTo("quit\n");
			assertThat(first.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
	}

	@Test
	void aReplyIsNotLostWhereTheClientHasSentMoreThanWasRead() {
		String reply = "x".repeat(50_000);
		Listener listener = start(PATIENT, (connection) -> {
			connection.awaitRequest();
			readLine(connection);
			connection.requestReceived();
			connection.output().write(reply.getBytes(StandardCharsets.UTF_8));
		});
		for (int i = 0; i < 50; i++) {
			assertThat(SocketClient.exchange(listener.port(), "a\n" + "unread".repeat(5000))).isEqualTo(reply);
		}
	}

	@Test
	void aHandlerThatThrowsClosesItsConnectionAndTheListenerGoesOn() {
		AtomicInteger count = new AtomicInteger();
		Listener listener = start(PATIENT, (connection) -> {
			switch (count.incrementAndGet()) {
				case 1 -> throw new IllegalStateException("first");
				case 2 -> throw new StackOverflowError("second");
				case 3 -> throw new IOException("third");
				default -> echoLines(connection);
			}
		});
		for (int i = 0; i < 3; i++) {
			assertThat(SocketClient.exchange(listener.port(), "a\n")).isEmpty();
		}
		assertThat(SocketClient.exchange(listener.port(), "quit\n")).isEqualTo("quit\n");
	}

	@Test
	void aRequestThatTakesLongDoesNotHoldUpTheOthers() {
		CountDownLatch released = new CountDownLatch(1);
		Listener listener = start(PATIENT, (connection) -> {
			while (connection.awaitRequest()) {
				String line = readLine(connection);
				connection.requestReceived();
				if ("slow\n".equals(line)) {
					awaitUninterrupted(released);
				}
				connection.output().write(line.getBytes(StandardCharsets.UTF_8));
			}
		});
		try (SocketClient fresh = SocketClient.connect(listener.port());
				SocketClient known = SocketClient.connect(listener.port());
				SocketClient other = SocketClient.connect(listener.port())) {
			assertThat(known.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(other.send("a\n").read(2)).isEqualTo("a\n");
			fresh.send("slow\nb\n");
			known.send("slow\nc\n");
			assertThat(other.send("d\n").read(2)).isEqualTo("d\n");
			assertThat(SocketClient.connect(listener.port()).send("e\n").read(2)).isEqualTo("e\n");
			released.countDown();
			assertThat(fresh.read(7)).isEqualTo("slow\nb\n");
			assertThat(known.read(7)).isEqualTo("slow\nc\n");
			assertThat(known.send("f\n").read(2)).isEqualTo("f\n");
		}
	}

	@Test
	void aReplyThatTheClientTakesLaterIsKeptForItWhileOthersAreServed() {
		String line = "x".repeat(100_000) + "\n";
		Listener listener = start(PATIENT);
		try (SocketClient client = SocketClient.connect(listener.port())) {
			CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
				for (int i = 0; i < 200; i++) {
					client.send(line);
				}
				client.send("quit\n");
			});
			assertThat(SocketClient.exchange(listener.port(), "quit\n")).isEqualTo("quit\n");
			assertThat(client.readToEnd()).isEqualTo(line.repeat(200) + "quit\n");
			assertThat(sent).succeedsWithin(Duration.ofSeconds(20));
		}
	}

	@Test
	void requestsThatAreCutAnywhereOnTheirWayAreAnsweredWholeAndInOrder() {
		String requests = IntStream.range(0, 40_000).mapToObj((i) -> i + "\n").collect(Collectors.joining()) + "quit\n";
		Listener listener = start(PATIENT);
		try (SocketClient client = SocketClient.connect(listener.port())) {
			CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> client.send(requests));
			assertThat(client.readToEnd()).isEqualTo(requests);
			assertThat(sent).succeedsWithin(Duration.ofSeconds(20));
		}
	}

	@Test
	void aDrainAnswersWhatHasBegunAndClosesWhatIsIdle() throws InterruptedException {
		CountDownLatch received = new CountDownLatch(1);
		CountDownLatch released = new CountDownLatch(1);
		Listener listener = start(PATIENT, (connection) -> {
			while (connection.awaitRequest()) {
				String line = readLine(connection);
				connection.requestReceived();
				if ("slow\n".equals(line)) {
					received.countDown();
					awaitUninterrupted(released);
				}
				connection.output().write(line.getBytes(StandardCharsets.UTF_8));
			}
		});
		try (SocketClient idle = SocketClient.connect(listener.port());
				SocketClient busy = SocketClient.connect(listener.port());
				SocketClient halfway = SocketClient.connect(listener.port())) {
			assertThat(idle.send("a\n").read(2)).isEqualTo("a\n");
			halfway.send("half");
			busy.send("slow\n");
			assertThat(received.await(20, TimeUnit.SECONDS)).isTrue();
			int port = listener.port();
			listener.beginDrain();
			assertThat(idle.readToEnd()).isEmpty();
			Awaitility.await()
				.untilAsserted(() -> assertThatExceptionOfType(ConnectException.class)
					.isThrownBy(() -> new Socket("localhost", port).close()));
			assertThat(halfway.send("way\n").readToEnd()).isEqualTo("halfway\n");
			released.countDown();
			assertThat(busy.readToEnd()).isEqualTo("slow\n");
		}
		listener.awaitDrain();
		assertThat(listener.connections()).isZero();
	}

	@Test
	void aClientThatConnectedJustBeforeTheDrainIsStillServed() throws InterruptedException {
		Listener listener = start(PATIENT);
		try (SocketClient client = SocketClient.connect(listener.port())) {
			listener.beginDrain();
			assertThat(client.send("a\n").read(2)).isEqualTo("a\n");
			assertThat(client.readToEnd()).isEmpty();
		}
		listener.awaitDrain();
	}

	@Test
	void aPortThatIsClosedRefusesAtOnceThoughTheLoopIsStillAtARequest() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch released = new CountDownLatch(1);
		Listener listener = start(PATIENT, (connection) -> {
			connection.awaitRequest();
			readLine(connection);
			connection.requestReceived();
			begun.countDown();
			awaitUninterrupted(released);
		});
		int port = listener.port();
		try (SocketClient client = SocketClient.connect(port)) {
			client.send("slow\n");
			assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
			listener.beginDrain();
			while (listener.isListening()) {
				Thread.onSpinWait();
			}
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> SocketClient.connect(port).close())
				.withMessageContaining("refused");
		}
		finally {
			released.countDown();
		}
		listener.awaitDrain();
	}

	@Test
	void aStoppedListenerCanBeStartedAgain() {
		Listener listener = start(PATIENT);
		listener.stop();
		assertThat(listener.isListening()).isFalse();
		listener.start((connection) -> () -> echoLines(connection));
		assertThat(SocketClient.exchange(listener.port(), "quit\n")).isEqualTo("quit\n");
	}

	@Test
	void aPortThatIsInUseFailsTheStartInSpringBootsWords() throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			Listener listener = listener(taken.getLocalPort(), "localhost", PATIENT);
			assertThatExceptionOfType(ListenerStartException.class)
				.isThrownBy(() -> listener.start((connection) -> () -> echoLines(connection)))
				.satisfies((ex) -> {
					FailureAnalysis analysis = new ListenerStartFailureAnalyzer().analyze(ex, ex);
					assertThat(analysis.getDescription()).isEqualTo("The lines listener failed to start. Port "
							+ taken.getLocalPort() + " was already in use.");
					assertThat(analysis.getAction()).contains("couplet.lines.port");
				});
		}
	}

	@Test
	void anAddressThatIsNotOfThisMachineFailsTheStartAndNamesTheSetting() {
		Listener listener = listener(0, "192.0.2.1", PATIENT);
		assertThatExceptionOfType(ListenerStartException.class)
			.isThrownBy(() -> listener.start((connection) -> () -> echoLines(connection)))
			.satisfies((ex) -> {
				FailureAnalysis analysis = new ListenerStartFailureAnalyzer().analyze(ex, ex);
				assertThat(analysis.getDescription()).contains("192.0.2.1");
				assertThat(analysis.getAction()).contains("couplet.address");
			});
	}

	private double timeouts() {
		return this.meters.get("couplet.requests.failed").tag("reason", "request-timeout").counter().count();
	}

	private Listener start(TcpProperties.Limits limits) {
		return start(limits, ListenerTests::echoLines);
	}

	private Listener start(TcpProperties.Limits limits, Serving serving) {
		Listener listener = listener(0, "localhost", limits);
		listener.start((connection) -> () -> serving.serve(connection));
		return listener;
	}

	private Listener listener(int port, String address, TcpProperties.Limits limits) {
		Listener listener = new Listener("lines", "couplet.lines.port", port, new TcpProperties(address, limits), null,
				new FailedRequests("lines", this.meters));
		this.started.add(listener);
		return listener;
	}

	static void echoLines(Connection connection) throws IOException {
		while (connection.awaitRequest()) {
			String line = readLine(connection);
			connection.requestReceived();
			connection.output().write(line.getBytes(StandardCharsets.UTF_8));
			if ("quit\n".equals(line)) {
				return;
			}
		}
	}

	static String readLine(Connection connection) throws IOException {
		InputStream input = connection.input();
		StringBuilder line = new StringBuilder();
		int next;
		do {
			next = input.read();
			if (next >= 0) {
				line.append((char) next);
			}
		}
		while (next >= 0 && next != '\n');
		return line.toString();
	}

	private static void awaitUninterrupted(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@FunctionalInterface
	interface Serving {

		void serve(Connection connection) throws IOException;

	}

}
