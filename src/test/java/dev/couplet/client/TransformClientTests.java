package dev.couplet.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TransformClient} against servers that do whatever a server can do.
 */
@Timeout(20)
class TransformClientTests {

	private static final String REPLY = "15:here is my poem,";

	private static final Duration SHORT = Duration.ofMillis(300);

	@Test
	void sendsRecipeAndTextInANetstringAndGivesTheTextOfTheReply() throws Exception {
		BlockingQueue<String> requests = new LinkedBlockingQueue<>();
		try (FakeServer server = FakeServer.start((client) -> {
			requests.add(FakeServer.readRequest(client));
			FakeServer.send(client, REPLY);
		})) {
			assertThat(client(server).transform("trim,cummingsify", "HERE. IS MÝ POEM")).isEqualTo("here is my poem");
			assertThat(requests.take()).isEqualTo("trim,cummingsify.HERE. IS MÝ POEM");
		}
	}

	@Test
	void anEmptyReplyIsAnEmptyText() throws IOException {
		try (FakeServer server = FakeServer.replying("0:,")) {
			assertThat(client(server).transform("trim", "")).isEmpty();
		}
	}

	@Test
	void takesAReplyThatArrivesByteByByte() throws IOException {
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.readRequest(client);
			FakeServer.drip(client, "16:Þá var ok 𝄞,", Duration.ZERO);
		})) {
			assertThat(client(server).transform("trim", "")).isEqualTo("Þá var ok 𝄞");
		}
	}

	static Stream<String> cutReplies() {
		return IntStream.range(1, REPLY.length()).mapToObj((length) -> REPLY.substring(0, length));
	}

	@ParameterizedTest
	@MethodSource("cutReplies")
	@ValueSource(strings = { "16:here is my poem,", "9999999:here is my poem," })
	void aReplyThatEndsBeforeItsLengthSaysSoIsCutAndNeverAShortText(String reply) {
		assertFails(reply, CutReplyException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "14:here is my poem,", "15:here is my poem;", "015:here is my poem,", "x", ":", ",",
			"-1:,", "15 :here is my poem,", "HTTP/1.1 400 Bad Request\r\n\r\n", "here is my poem" })
	void aReplyThatIsNoNetstringIsMalformed(String reply) {
		assertFails(reply, MalformedReplyException.class);
	}

	@Test
	void aReplyThatIsNotUtf8IsMalformed() {
		try (FakeServer server = FakeServer.replying(new byte[] { '2', ':', 'a', (byte) 0xE9, ',' })) {
			assertFails(server, MalformedReplyException.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { REPLY + REPLY, REPLY + "\n", REPLY + "," })
	void aReplyWithMoreBehindItIsSurplus(String reply) {
		assertFails(reply, SurplusReplyException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { REPLY, "16:", "99999999999999999999:" })
	void aReplyOverTheLimitIsTooLongAlreadyByItsLength(String reply) {
		try (FakeServer server = FakeServer.replying(reply)) {
			assertThatExceptionOfType(TooLongReplyException.class)
				.isThrownBy(() -> client(server).withMaxReplyLength(14).transform("trim", ""))
				.withMessage(server.address() + " announced a reply of more than 14 bytes");
		}
	}

	@Test
	void aReplyAtTheLimitIsTaken() throws IOException {
		try (FakeServer server = FakeServer.replying(REPLY)) {
			assertThat(client(server).withMaxReplyLength(15).transform("trim", "")).isEqualTo("here is my poem");
		}
	}

	@Test
	void aServerThatClosesWithoutAReplyRefuses() {
		assertFails("", RefusedException.class);
	}

	@Test
	void aServerThatClosesAtOnceRefuses() {
		try (FakeServer server = FakeServer.start(Socket::close)) {
			assertFails(server, RefusedException.class);
		}
	}

	@Test
	void aServerThatResetsWithoutAReplyRefuses() {
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.readRequest(client);
			FakeServer.reset(client);
		})) {
			assertFails(server, RefusedException.class);
		}
	}

	@Test
	void aServerThatClosesWhileALargeRequestIsStillBeingSentRefuses() {
		try (FakeServer server = FakeServer.start((client) -> client.getInputStream().readNBytes(10))) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> client(server).transform("trim", "x".repeat(5_000_000)))
				.withMessage(server.address() + " closed the connection without a reply");
		}
	}

	@Test
	void aServerThatNeverAnswersIsLate() {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(client, Duration.ofSeconds(30)))) {
			assertIsLate(server, "");
		}
	}

	@Test
	void deadlinesHoldWhereEveryThreadOfTheCommonPoolWaitsForAReply() {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(client, Duration.ofSeconds(30)))) {
			IntStream.range(0, 8).parallel().forEach((caller) -> assertIsLate(server, ""));
		}
	}

	@Test
	void aServerThatNeverReadsIsLate() {
		CountDownLatch end = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(end))) {
			assertIsLate(server, "x".repeat(32_000_000));
		}
		end.countDown();
	}

	@Test
	void aServerThatDripsIsLateHoweverOftenAByteComes() {
		try (FakeServer server = FakeServer
			.start((client) -> FakeServer.drip(client, "999999:" + "x".repeat(10_000), Duration.ofMillis(10)))) {
			assertIsLate(server, "");
		}
	}

	@Test
	void aServerThatDoesNotCloseAfterItsReplyIsLate() {
		CountDownLatch end = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.send(client, REPLY);
			FakeServer.await(end);
		})) {
			assertIsLate(server, "");
		}
		end.countDown();
	}

	@Test
	void aServerThatKeepsConnectionsOpenLearnsThatThereIsNoMoreToCome() throws IOException {
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.readRequest(client);
			FakeServer.send(client, REPLY);
			client.getInputStream().readAllBytes();
		})) {
			assertThat(client(server).transform("trim", "")).isEqualTo("here is my poem");
		}
	}

	@Test
	void aServerThatDoesNotLetUsConnectIsLate() throws IOException {
		List<Socket> waiting = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			for (int i = 0; i < 2; i++) {
				waiting.add(new Socket(full.getInetAddress(), full.getLocalPort()));
			}
			ServerAddress address = new ServerAddress("127.0.0.1", full.getLocalPort());
			assertThatExceptionOfType(ServerTimeoutException.class)
				.isThrownBy(() -> new TransformClient(address).withConnectTimeout(SHORT).transform("trim", ""))
				.withMessage(address + " did not let us connect in time");
		}
		finally {
			for (Socket socket : waiting) {
				socket.close();
			}
		}
	}

	@Test
	void aPortWhereNobodyListensIsUnreachable() {
		FakeServer server = FakeServer.replying(REPLY);
		server.close();
		assertThatExceptionOfType(UnreachableServerException.class)
			.isThrownBy(() -> client(server).transform("trim", ""))
			.withMessage(server.address() + " cannot be reached: Connection refused");
	}

	@Test
	void aHostThatIsNotThereIsUnreachable() {
		TransformClient client = new TransformClient(new ServerAddress("couplet.invalid", 11000));
		assertThatExceptionOfType(UnreachableServerException.class).isThrownBy(() -> client.transform("trim", ""))
			.withMessage("couplet.invalid:11000 cannot be reached: there is no host of that name");
	}

	@Test
	void anInterruptedVirtualThreadIsNoFailureOfTheServer() throws Exception {
		CountDownLatch connected = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			connected.countDown();
			client.getInputStream().readAllBytes();
		})) {
			CompletableFuture<Object> outcome = new CompletableFuture<>();
			Thread caller = Thread.startVirtualThread(() -> {
				try {
					outcome.complete(client(server).transform("trim", ""));
				}
				catch (IOException ex) {
					outcome.complete(ex);
				}
			});
			connected.await();
			caller.interrupt();
			assertThat(outcome.get()).isInstanceOf(InterruptedIOException.class);
		}
	}

	@Test
	void aRecipeWithADotIsNotSent() {
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().transform("replace=a:.", "text"))
			.withMessageContaining("no '.'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uD834", "a\uDD1Eb" })
	void halfASurrogatePairIsNotSent(String half) {
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().transform("trim", half));
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().transform("indent=" + half, "text"));
	}

	@Test
	void timeoutsAndLimitsThatMakeNoSenseAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().withConnectTimeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().withReplyTimeout(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().withMaxReplyLength(-1));
	}

	private static void assertIsLate(FakeServer server, String text) {
		assertThatExceptionOfType(ServerTimeoutException.class)
			.isThrownBy(() -> client(server).withReplyTimeout(SHORT).transform("trim", text))
			.withMessage(server.address() + " did not answer in time");
	}

	private static void assertFails(String reply, Class<? extends ClientException> failure) {
		try (FakeServer server = FakeServer.replying(reply)) {
			assertFails(server, failure);
		}
	}

	private static void assertFails(FakeServer server, Class<? extends ClientException> failure) {
		assertThatExceptionOfType(failure).isThrownBy(() -> client(server).transform("cummingsify", "HERE IS MY POEM"))
			.withMessageStartingWith(server.address() + " ");
	}

	private static TransformClient client(FakeServer server) {
		return new TransformClient(server.address());
	}

	private static TransformClient anyClient() {
		return new TransformClient(new ServerAddress("localhost", 1));
	}

}
