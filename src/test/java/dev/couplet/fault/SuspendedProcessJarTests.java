package dev.couplet.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a process that was suspended for longer than its timeouts, as virtual
 * machines can be, does not treat that as a delay of its clients.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@Tag("slow")
class SuspendedProcessJarTests {

	private static final String TIMEOUT = "8s";

	private static final Duration LONGER_THAN_TIMEOUT = Duration.ofSeconds(10);

	private static final int CLIENTS = 8;

	private static final int REPLIES = 6;

	private static final int LARGE = 900_000;

	private final List<SocketClient> clients = new ArrayList<>();

	private ServerProcess server;

	@BeforeEach
	void start() {
		this.server = ServerProcess.startJar("--couplet.tcp.request-timeout=" + TIMEOUT,
				"--couplet.tcp.write-timeout=" + TIMEOUT, "--couplet.tcp.idle-timeout=" + TIMEOUT,
				"--couplet.http.request-timeout=" + TIMEOUT, "--server.tomcat.connection-timeout=" + TIMEOUT);
	}

	@AfterEach
	void stop() {
		this.clients.forEach(SocketClient::close);
		this.server.close();
	}

	@Test
	void answersARequestWhoseRestArrivedDuringTheSuspension() {
		List<SocketClient> halfSent = connect("netstring");
		halfSent.forEach((client) -> client.send("27:cummingsify.HERE"));
		suspendAfter(Duration.ofMillis(200), () -> halfSent.forEach((client) -> client.send(" IS MY POEM,")));
		assertThat(halfSent).allSatisfy((client) -> assertThat(client.readToEnd()).isEqualTo("15:here is my poem,"));
		assertThat(hasFailed("netstring", "request-timeout")).isFalse();
	}

	@Test
	void answersALargeRequestWhoseRestArrivedDuringTheSuspension() {
		String request = SocketClient.netstring("upper-case." + "a".repeat(LARGE));
		List<SocketClient> halfSent = connect("netstring");
		halfSent.forEach((client) -> client.send(request.substring(0, LARGE / 2)));
		List<CompletableFuture<String>> replies = new ArrayList<>();
		suspendAfter(Duration.ofMillis(200), () -> halfSent.forEach((client) -> replies
			.add(inBackground(() -> client.send(request.substring(LARGE / 2)).readNetstring()))));
		assertThat(replies).allSatisfy((reply) -> assertThat(reply.join()).isEqualTo("A".repeat(LARGE)));
		assertThat(hasFailed("netstring", "request-timeout")).isFalse();
	}

	@Test
	void answersAnHttpRequestWhoseHeadersArrivedDuringTheSuspension() {
		List<SocketClient> halfSent = connectTo(this.server.httpPort());
		String request = post("HERE IS MY POEM");
		halfSent.forEach((client) -> client.send(request.substring(0, 20)));
		suspendAfter(Duration.ofMillis(200), () -> halfSent.forEach((client) -> client.send(request.substring(20))));
		assertThat(halfSent).allSatisfy(
				(client) -> assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("HERE IS MY POEM"));
		assertThat(hasFailed("http", "request-timeout")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 20, LARGE })
	void answersAnHttpRequestWhoseBodyArrivedDuringTheSuspension(int length) {
		List<SocketClient> halfSent = connectTo(this.server.httpPort());
		String request = post("a".repeat(length));
		int half = request.length() - length / 2;
		halfSent.forEach((client) -> client.send(request.substring(0, half)));
		List<CompletableFuture<String>> answers = new ArrayList<>();
		suspendAfter(Duration.ofMillis(200), () -> halfSent
			.forEach((client) -> answers.add(inBackground(() -> client.send(request.substring(half)).readToEnd()))));
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.join()).startsWith("HTTP/1.1 200 ")
			.endsWith("\r\n" + "A".repeat(length)));
		assertThat(hasFailed("http", "request-timeout")).isFalse();
	}

	@Test
	void anHttpConnectionStaysUsableUnlessTheResponseSaysClose() {
		List<SocketClient> halfSent = connectTo(this.server.httpPort());
		String request = post("HERE IS MY POEM").replace("Connection: close\r\n", "");
		halfSent.forEach((client) -> client.send(request.substring(0, request.length() - 5)));
		suspendAfter(Duration.ofMillis(200),
				() -> halfSent.forEach((client) -> client.send(request.substring(request.length() - 5))));
		assertThat(halfSent).allSatisfy((client) -> {
			String head = readHead(client);
			assertThat(head).startsWith("HTTP/1.1 200 ");
			assertThat(client.read(15)).isEqualTo("HERE IS MY POEM");
			if (head.contains("Connection: close")) {
				assertThat(client.readToEnd()).isEmpty();
			}
			else {
				assertThat(readHead(client.send(request))).startsWith("HTTP/1.1 200 ");
			}
		});
	}

	private static String readHead(SocketClient client) {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			String next = client.read(1);
			assertThat(next).as(head.toString()).isNotEmpty();
			head.append(next);
		}
		return head.toString();
	}

	@Test
	void httpClientsThatReadDuringTheSuspensionGetAllResponses() {
		List<SocketClient> readers = connectTo(this.server.httpPort());
		String catalogue = "GET /transforms HTTP/1.1\r\nHost: localhost\r\n\r\n";
		byte[] requests = (catalogue.repeat(500) + post("THE END")).getBytes(StandardCharsets.UTF_8);
		readers.forEach((reader) -> Thread.startVirtualThread(() -> reader.sendWhileOpen(requests)));
		List<CompletableFuture<String>> answers = new ArrayList<>();
		// until the server waits for its clients to read
		suspendAfter(Duration.ofSeconds(1),
				() -> readers.forEach((reader) -> answers.add(inBackground(reader::readToEnd))));
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.join()).endsWith("THE END"));
		assertThat(hasFailed("http", "write-timeout")).isFalse();
	}

	@Test
	void disconnectsAnHttpClientThatSendsItsBodyTooSlowlyAfterwards() {
		SocketClient client = connectTo(this.server.httpPort()).getFirst();
		client.send(post("a".repeat(LARGE)).substring(0, 200));
		suspendAfter(Duration.ofMillis(200), () -> client.send("a"));
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> !client.isOpenFor("a".getBytes(StandardCharsets.UTF_8))
					|| hasFailed("http", "request-timeout"));
		awaitFailure("http", "request-timeout");
	}

	@Test
	void clientsThatReadDuringTheSuspensionGetAllReplies() {
		List<SocketClient> readers = connect("socketmap");
		List<CompletableFuture<List<Integer>>> replies = new ArrayList<>();
		readers.forEach(SuspendedProcessJarTests::requestMuch);
		// until the server waits for its clients to read
		suspendAfter(Duration.ofSeconds(1),
				() -> readers.forEach((reader) -> replies.add(inBackground(() -> readLengths(reader)))));
		assertThat(replies).allSatisfy(
				(reply) -> assertThat(reply.join()).isEqualTo(Collections.nCopies(REPLIES, "OK ".length() + LARGE)));
		assertThat(hasFailed("socketmap", "write-timeout")).isFalse();
	}

	@Test
	void disconnectsAClientThatDoesNotReadAfterwards() {
		requestMuch(connect("socketmap").getFirst());
		suspendAfter(Duration.ofSeconds(1), () -> {
		});
		awaitFailure("socketmap", "write-timeout");
	}

	@Test
	void disconnectsAClientThatSendsItsRequestTooSlowlyAfterwards() {
		SocketClient client = connect("netstring").getFirst();
		client.send("1000:cummingsify.");
		suspendAfter(Duration.ofMillis(200), () -> client.send("H"));
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> !client.isOpenFor("E".getBytes(StandardCharsets.UTF_8))
					|| hasFailed("netstring", "request-timeout"));
		awaitFailure("netstring", "request-timeout");
	}

	private static String post(String text) {
		return "POST /transforms/upper-case HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
				+ text.length() + "\r\n\r\n" + text;
	}

	private List<SocketClient> connect(String listener) {
		return connectTo(this.server.port(listener));
	}

	private List<SocketClient> connectTo(int port) {
		IntStream.range(0, CLIENTS)
			.mapToObj((_) -> SocketClient.connectWithReceiveBuffer(port, 64 * 1024))
			.forEach(this.clients::add);
		return this.clients;
	}

	private static void requestMuch(SocketClient client) {
		// a large text would be queued for a worker, which has a timeout too
		String request = SocketClient.netstring("replace=a:" + "b".repeat(10) + " " + "a".repeat(LARGE / 10));
		byte[] requests = request.repeat(REPLIES).getBytes(StandardCharsets.UTF_8);
		Thread.startVirtualThread(() -> client.sendWhileOpen(requests));
	}

	private static List<Integer> readLengths(SocketClient client) {
		return IntStream.range(0, REPLIES).mapToObj((_) -> client.readNetstring().length()).toList();
	}

	private void suspendAfter(Duration delay, Runnable meanwhile) {
		Requests.pause(delay);
		this.server.signal("STOP");
		meanwhile.run();
		Requests.pause(LONGER_THAN_TIMEOUT);
		this.server.signal("CONT");
	}

	private void awaitFailure(String listener, String reason) {
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> hasFailed(listener, reason));
	}

	private boolean hasFailed(String listener, String reason) {
		return this.server.metrics().failed(listener, reason) > 0;
	}

	private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
	}

}
