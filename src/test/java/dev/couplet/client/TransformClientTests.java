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
 * Tests for {@link TransformClient} with servers that behave in every possible way.
 */
@Timeout(20)
class TransformClientTests {

	private static final String REPLY = "15:here is my poem,";

	private static final Duration SHORT = Duration.ofMillis(300);

	@Test
	void sendsRecipeAndTextInANetstringAndReturnsTheReply() throws Exception {
		BlockingQueue<String> requests = new LinkedBlockingQueue<>();
		try (FakeServer server = FakeServer.start((client) -> {
			requests.add(FakeServer.readRequest(client));
			FakeServer.send(client, REPLY);
		})) {
			assertThat(client(server).transform("trim,cummingsify", "HERE. IS MÝ POEM")).isEqualTo("here is my poem");
			assertThat(requests.take()).isEqualTo("trim,cummingsify.HERE. IS MÝ POEM");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 256, 8192, 1_000_000 })
	void sendsAndReturnsBytesAsTheyAre(int length) throws IOException {
		byte[] value = new byte[length];
		byte[] reversed = new byte[length];
		for (int i = 0; i < length; i++) {
			value[i] = (byte) i;
			reversed[length - 1 - i] = (byte) i;
		}
		try (FakeServer server = FakeServer.reversing()) {
			assertThat(client(server).transform("trim", value)).isEqualTo(reversed);
		}
	}

	@Test
	void emptyReplyIsAnEmptyText() throws IOException {
		try (FakeServer server = FakeServer.replying("0:,")) {
			assertThat(client(server).transform("trim", "")).isEmpty();
		}
	}

	@Test
	void acceptsAReplyThatArrivesByteByByte() throws IOException {
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.readRequest(client);
			FakeServer.drip(client, "16:Þá var ok 𝄞,", Duration.ZERO);
		})) {
			assertThat(client(server).transform("trim", "")).isEqualTo("Þá var ok 𝄞");
		}
	}

	static Stream<String> truncatedReplies() {
		return IntStream.range(1, REPLY.length()).mapToObj((length) -> REPLY.substring(0, length));
	}

	@ParameterizedTest
	@MethodSource("truncatedReplies")
	@ValueSource(strings = { "16:here is my poem,", "9999999:here is my poem," })
	void truncatedReplyIsAnError(String reply) {
		assertFails(reply, TruncatedReplyException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "14:here is my poem,", "15:here is my poem;", "015:here is my poem,", "x", ":", ",",
			"-1:,", "15 :here is my poem,", "HTTP/1.1 400 Bad Request\r\n\r\n", "here is my poem" })
	void replyThatIsNotANetstringIsMalformed(String reply) {
		assertFails(reply, MalformedReplyException.class);
	}

	@Test
	void replyThatIsNotUtf8IsMalformedAsATextOnly() throws IOException {
		try (FakeServer server = FakeServer.replying(new byte[] { '2', ':', 'a', (byte) 0xE9, ',' })) {
			assertFails(server, MalformedReplyException.class);
			assertThat(client(server).transform("trim", new byte[0])).containsExactly('a', 0xE9);
		}
	}

	@Test
	void replacementCharacterInAReplyIsText() throws IOException {
		try (FakeServer server = FakeServer.replying("4:a\uFFFD,")) {
			assertThat(client(server).transform("trim", "")).isEqualTo("a\uFFFD");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { REPLY + REPLY, REPLY + "\n", REPLY + "," })
	void dataAfterTheReplyIsAnError(String reply) {
		assertFails(reply, TrailingDataException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { REPLY, "16:", "99999999999999999999:" })
	void replyOverTheLimitIsRefusedByItsLength(String reply) {
		try (FakeServer server = FakeServer.replying(reply)) {
			assertThatExceptionOfType(TooLongReplyException.class)
				.isThrownBy(() -> client(server).withMaxReplyLength(14).transform("trim", ""))
				.withMessage(server.address() + " announced a reply of more than 14 bytes");
		}
	}

	@Test
	void replyAtTheLimitIsAccepted() throws IOException {
		try (FakeServer server = FakeServer.replying(REPLY)) {
			assertThat(client(server).withMaxReplyLength(15).transform("trim", "")).isEqualTo("here is my poem");
		}
	}

	@Test
	void closeWithoutAReplyIsARefusal() {
		assertFails("", RefusedException.class);
	}

	@Test
	void immediateCloseIsARefusal() {
		try (FakeServer server = FakeServer.start(Socket::close)) {
			assertFails(server, RefusedException.class);
		}
	}

	@Test
	void resetWithoutAReplyIsARefusal() {
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.readRequest(client);
			FakeServer.reset(client);
		})) {
			assertFails(server, RefusedException.class);
		}
	}

	@Test
	void closeWhileALargeRequestIsBeingSentIsARefusal() {
		try (FakeServer server = FakeServer.start((client) -> client.getInputStream().readNBytes(10))) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> client(server).transform("trim", "x".repeat(5_000_000)))
				.withMessage(server.address() + " closed the connection without a reply");
		}
	}

	@Test
	void serverThatNeverRepliesTimesOut() {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(client, Duration.ofSeconds(30)))) {
			assertTimesOut(server, "");
		}
	}

	@Test
	void deadlinesExpireWhenAllThreadsOfTheCommonPoolAreBlocked() {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(client, Duration.ofSeconds(30)))) {
			IntStream.range(0, 8).parallel().forEach((caller) -> assertTimesOut(server, ""));
		}
	}

	@Test
	void serverThatNeverReadsTimesOut() {
		CountDownLatch end = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(end))) {
			assertTimesOut(server, "x".repeat(32_000_000));
		}
		end.countDown();
	}

	@Test
	void serverThatSendsSingleBytesSlowlyTimesOut() {
		try (FakeServer server = FakeServer
			.start((client) -> FakeServer.drip(client, "999999:" + "x".repeat(10_000), Duration.ofMillis(10)))) {
			assertTimesOut(server, "");
		}
	}

	@Test
	void serverThatDoesNotCloseAfterItsReplyTimesOut() {
		CountDownLatch end = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.send(client, REPLY);
			FakeServer.await(end);
		})) {
			assertTimesOut(server, "");
		}
		end.countDown();
	}

	@Test
	void halfClosesTheConnectionToAKeepAliveServer() throws IOException {
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.readRequest(client);
			FakeServer.send(client, REPLY);
			client.getInputStream().readAllBytes();
		})) {
			assertThat(client(server).transform("trim", "")).isEqualTo("here is my poem");
		}
	}

	@Test
	void serverThatDoesNotAcceptConnectionsTimesOut() throws IOException {
		List<Socket> waiting = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			for (int i = 0; i < 2; i++) {
				waiting.add(new Socket(full.getInetAddress(), full.getLocalPort()));
			}
			ServerAddress address = new ServerAddress("127.0.0.1", full.getLocalPort());
			assertThatExceptionOfType(ServerTimeoutException.class)
				.isThrownBy(() -> new TransformClient(address).withConnectTimeout(SHORT).transform("trim", ""))
				.withMessage(address + " did not accept the connection in time");
		}
		finally {
			for (Socket socket : waiting) {
				socket.close();
			}
		}
	}

	@Test
	void portWithoutAListenerIsUnreachable() {
		FakeServer server = FakeServer.replying(REPLY);
		server.close();
		assertThatExceptionOfType(UnreachableServerException.class)
			.isThrownBy(() -> client(server).transform("trim", ""))
			.withMessage(server.address() + " cannot be reached: Connection refused");
	}

	@Test
	void unknownHostIsUnreachable() {
		TransformClient client = new TransformClient(new ServerAddress("couplet.invalid", 11000));
		assertThatExceptionOfType(UnreachableServerException.class).isThrownBy(() -> client.transform("trim", ""))
			.withMessage("couplet.invalid:11000 cannot be reached: unknown host");
	}

	@Test
	void interruptOfAVirtualThreadIsNotAServerFailure() throws Exception {
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
	void recipeWithADotIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().transform("replace=a:.", "text"))
			.withMessageContaining("must not contain '.'");
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().transform("replace=a:.", new byte[0]))
			.withMessageContaining("must not contain '.'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uD834", "a\uDD1Eb" })
	void unpairedSurrogateIsRejected(String half) {
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().transform("trim", half));
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().transform("indent=" + half, "text"));
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().transform("indent=" + half, new byte[0]));
	}

	@Test
	void invalidTimeoutsAndLimitsAreRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().withConnectTimeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().withReplyTimeout(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> anyClient().withMaxReplyLength(-1));
	}

	private static void assertTimesOut(FakeServer server, String text) {
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
