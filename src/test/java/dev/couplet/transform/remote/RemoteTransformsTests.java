package dev.couplet.transform.remote;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.couplet.client.FakeServer;
import dev.couplet.transform.Kind;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RemoteTransforms} with servers that behave well or badly.
 */
@Timeout(120)
class RemoteTransformsTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	/**
	 * A protocol, and how its servers answer.
	 */
	enum Wire {

		NETSTRING("netstring://localhost:%d/upper", "%d:%s,", "", 4),

		SOCKETMAP("socketmap://localhost:%d/upper", "%d:OK %s,", "OK ", 7),

		HTTP("http://localhost:%d/transforms/upper", "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", "", 30);

		private final String uri;

		private final String reply;

		private final String status;

		private final int cut;

		Wire(String uri, String reply, String status, int cut) {
			this.uri = uri;
			this.reply = reply;
			this.status = status;
			this.cut = cut;
		}

		String uri(int port) {
			return this.uri.formatted(port);
		}

		String reply(String result) {
			return this.reply.formatted(this.status.length() + result.length(), result);
		}

		String value(Socket client) throws IOException {
			if (this == HTTP) {
				return HttpMessages.readBody(client);
			}
			String request = FakeServer.readRequest(client);
			return request.substring("upper.".length());
		}

		void answer(Socket client) throws IOException {
			FakeServer.send(client, reply(value(client).toUpperCase(Locale.ROOT)));
		}

	}

	@ParameterizedTest
	@EnumSource
	void theServerMakesTheTransform(Wire wire) {
		try (FakeServer server = FakeServer.start(wire::answer); Remotes remotes = remotes(wire, server)) {
			assertThat(remotes.transform("remote", "poem")).isEqualTo("POEM");
			assertThat(remotes.transform("trim,remote,reverse", " poem ")).isEqualTo("MEOP");
			assertThat(remotes.transform("each-line(remote)", "one\ntwo")).isEqualTo("ONE\nTWO");
			assertThat(remotes.transform("remote", "")).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HTTP")
	void aConnectionIsUsedAgainIfTheServerLeavesItOpen(Wire wire) {
		AtomicInteger connections = new AtomicInteger();
		try (FakeServer server = FakeServer.start((client) -> {
			connections.incrementAndGet();
			while (true) {
				wire.answer(client);
			}
		}); Remotes remotes = remotes(wire, server)) {
			for (int i = 0; i < 10; i++) {
				assertThat(remotes.transform("remote", "poem" + i)).isEqualTo("POEM" + i);
			}
			assertThat(connections).hasValue(1);
		}
	}

	@Test
	void aSurplusHttpResponseIsNotTakenForThatToTheNextValue() {
		try (FakeServer server = FakeServer.start((client) -> {
			while (true) {
				Wire.HTTP.answer(client);
				FakeServer.send(client, Wire.HTTP.reply("STRAY"));
			}
		}); Remotes remotes = remotes(Wire.HTTP, server)) {
			for (int i = 0; i < 20; i++) {
				assertThat(remotes.transform("remote", "poem" + i)).isEqualTo("POEM" + i);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HTTP")
	void aSurplusReplyThatHasArrivedIsNotTakenForThatToTheNextValue(Wire wire) throws Exception {
		CountDownLatch answered = new CountDownLatch(1);
		CountDownLatch surplus = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			wire.answer(client);
			FakeServer.await(answered);
			if (surplus.getCount() > 0) {
				FakeServer.send(client, wire.reply("STRAY"));
				surplus.countDown();
			}
			while (true) {
				wire.answer(client);
			}
		}); Remotes remotes = remotes(wire, server)) {
			assertThat(remotes.transform("remote", "one")).isEqualTo("ONE");
			answered.countDown();
			surplus.await();
			assertThat(remotes.transform("remote", "two")).isEqualTo("TWO");
		}
	}

	@Test
	void informationalResponsesAreSkippedUnlessThereAreMany() {
		String early = "HTTP/1.1 103 Early Hints\r\n\r\n";
		AtomicInteger informational = new AtomicInteger(3);
		try (FakeServer server = FakeServer.start((client) -> {
			HttpMessages.readBody(client);
			FakeServer.send(client, early.repeat(informational.get()) + Wire.HTTP.reply("POEM"));
		}); Remotes remotes = remotes(Wire.HTTP, server)) {
			assertThat(remotes.transform("remote", "poem")).isEqualTo("POEM");
			informational.set(1000);
			assertThatExceptionOfType(RemoteFailedException.class)
				.isThrownBy(() -> remotes.transform("remote", "poem"));
		}
	}

	@Test
	void aCodedHttpResponseIsAFailure() {
		try (FakeServer server = FakeServer.start((client) -> {
			HttpMessages.readBody(client);
			FakeServer.send(client, Wire.HTTP.reply("POEM").replace("\r\n\r\n", "\r\nContent-Encoding: br\r\n\r\n"));
		}); Remotes remotes = remotes(Wire.HTTP, server)) {
			assertThatExceptionOfType(RemoteFailedException.class).isThrownBy(() -> remotes.transform("remote", "poem"))
				.withMessageContaining("Content-Encoding");
		}
	}

	@Test
	void anAnnouncedLengthOverTheLimitIsTooLargeAtOnce() {
		try (FakeServer server = FakeServer.start((client) -> {
			HttpMessages.readBody(client);
			FakeServer.send(client, "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n");
			FakeServer.await(client, Duration.ofMinutes(1));
		}); Remotes remotes = remotes(Wire.HTTP, server)) {
			assertThatExceptionOfType(ValueTooLargeException.class)
				.isThrownBy(() -> remotes.transform("remote", "poem"));
		}
	}

	@Test
	void anEndlessHttpResponseEndsAtTheLimit() throws Exception {
		CountDownLatch left = new CountDownLatch(1);
		AtomicInteger chunks = new AtomicInteger();
		String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
		try (FakeServer server = FakeServer.start((client) -> {
			HttpMessages.readBody(client);
			try {
				FakeServer.send(client, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
				while (true) {
					FakeServer.send(client, chunk);
					chunks.incrementAndGet();
				}
			}
			finally {
				left.countDown();
			}
		}); Remotes remotes = remotes(Wire.HTTP, server)) {
			assertThatExceptionOfType(ValueTooLargeException.class)
				.isThrownBy(() -> remotes.transform("remote", "poem"));
			left.await();
			// the limit is 16 of them; a part of the rest is in buffers
			assertThat(chunks).hasValueLessThan(1000);
		}
	}

	@Test
	void anInterruptEndsTheWaitForATurn() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			arrived.countDown();
			FakeServer.await(client, Duration.ofMinutes(1));
		}); Remotes remotes = Remotes.of(Wire.NETSTRING.uri(server.port()), Remotes.maxConcurrent(1))) {
			Thread first = Thread.startVirtualThread(() -> assertThatExceptionOfType(UnavailableException.class)
				.isThrownBy(() -> remotes.transform("remote", "first")));
			arrived.await();
			CompletableFuture<Void> waiting = new CompletableFuture<>();
			Thread second = Thread.startVirtualThread(() -> waiting.completeAsync(() -> {
				assertThatExceptionOfType(UnavailableException.class)
					.isThrownBy(() -> remotes.transform("remote", "second"));
				return null;
			}, Runnable::run));
			second.interrupt();
			waiting.join();
			first.interrupt();
			first.join();
		}
	}

	@ParameterizedTest
	@EnumSource
	void aServerThatClosesEveryConnectionIsCalledOverNewOnes(Wire wire) {
		try (FakeServer server = FakeServer.start(wire::answer); Remotes remotes = remotes(wire, server)) {
			for (int i = 0; i < 20; i++) {
				assertThat(remotes.transform("remote", "poem" + i)).isEqualTo("POEM" + i);
			}
			assertThat(remotes.server().failure()).isNull();
		}
	}

	@ParameterizedTest
	@EnumSource
	void aServerThatCannotBeReachedIsAFailure(Wire wire) {
		FakeServer server = FakeServer.start(wire::answer);
		server.close();
		try (Remotes remotes = remotes(wire, server)) {
			assertThatExceptionOfType(RemoteFailedException.class).isThrownBy(() -> remotes.transform("remote", "poem"))
				.withMessageStartingWith("step 1, remote: the server ");
			assertThat(remotes.server().failure()).isNotNull();
		}
	}

	@ParameterizedTest
	@EnumSource
	void aServerThatDoesNotAnswerInTimeIsLate(Wire wire) {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(client, Duration.ofMinutes(1)));
				Remotes remotes = Remotes.of(wire.uri(server.port()), Remotes.timeout(SHORT))) {
			assertThatExceptionOfType(RemoteTimeoutException.class)
				.isThrownBy(() -> remotes.transform("remote", "poem"))
				.withMessage("step 1, remote: the server did not answer in time");
		}
	}

	@ParameterizedTest
	@EnumSource
	void theTimeoutHoldsForTheWholeReply(Wire wire) {
		String reply = wire.reply("x".repeat(1000));
		try (FakeServer server = FakeServer.start((client) -> FakeServer.drip(client, reply, Duration.ofMillis(20)));
				Remotes remotes = Remotes.of(wire.uri(server.port()), Remotes.timeout(SHORT))) {
			assertThatExceptionOfType(RemoteTimeoutException.class)
				.isThrownBy(() -> remotes.transform("remote", "poem"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void theTimeoutHoldsWhileTheServerDoesNotReadTheValue(Wire wire) {
		try (FakeServer server = FakeServer.start((client) -> awaitInterrupt());
				Remotes remotes = Remotes.of(wire.uri(server.port()), Remotes.timeout(SHORT))) {
			assertThatExceptionOfType(RemoteTimeoutException.class)
				.isThrownBy(() -> remotes.transform("remote", "x".repeat(Remotes.LIMIT)));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aReplyThatIsCutOffIsAskedForAgain(Wire wire) {
		AtomicBoolean cut = new AtomicBoolean();
		try (FakeServer server = FakeServer.start((client) -> {
			String value = wire.value(client);
			String reply = wire.reply(value.toUpperCase(Locale.ROOT));
			FakeServer.send(client, cut.compareAndSet(false, true) ? reply.substring(0, wire.cut) : reply);
		}); Remotes remotes = remotes(wire, server)) {
			assertThat(remotes.transform("remote", "a whole poem")).isEqualTo("A WHOLE POEM");
			assertThat(cut).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource
	void aServerThatCutsEveryReplyOffIsAFailure(Wire wire) {
		AtomicInteger requests = new AtomicInteger();
		try (FakeServer server = FakeServer.start((client) -> {
			wire.value(client);
			requests.incrementAndGet();
			FakeServer.send(client, wire.reply("A WHOLE POEM").substring(0, wire.cut));
		}); Remotes remotes = remotes(wire, server)) {
			assertThatExceptionOfType(RemoteFailedException.class)
				.isThrownBy(() -> remotes.transform("remote", "poem"));
			assertThat(requests).hasValue(2);
		}
	}

	@ParameterizedTest
	@CsvSource({ "NETSTRING,hello", "NETSTRING,'01:x,'", "NETSTRING,1:xx", "NETSTRING,'1:x,1:x,'", "SOCKETMAP,'2:OK,'",
			"SOCKETMAP,'9:MAYBE yes,'", "SOCKETMAP,'0:,'", "SOCKETMAP,HTTP/1.1 400 Bad Request", "HTTP,'4:poem,'",
			"HTTP,HTTP/1.1 teapot" })
	void garbageIsAFailureWithoutAWordOfIt(Wire wire, String garbage) {
		try (FakeServer server = FakeServer.start((client) -> {
			wire.value(client);
			FakeServer.send(client, garbage);
		}); Remotes remotes = remotes(wire, server)) {
			assertThatExceptionOfType(RemoteFailedException.class).isThrownBy(() -> remotes.transform("remote", "poem"))
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hello", "MAYBE", "teapot"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "PERM no", "PERM " })
	void aValueThatASocketmapServerRefusesIsRefused(String reply) {
		assertThatExceptionOfType(ValueRefusedException.class).isThrownBy(() -> socketmap(reply))
			.withMessage("step 1, remote: the server refused the value");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TEMP later", "TIMEOUT later" })
	void aSocketmapServerThatFailsIsAFailure(String reply) {
		assertThatExceptionOfType(RemoteFailedException.class).isThrownBy(() -> socketmap(reply))
			.withMessageContaining("the server answered T");
	}

	@Test
	void aSocketmapServerThatFindsNothingLeavesTheValueAsItIs() {
		assertThat(socketmap("NOTFOUND ")).isEqualTo("poem");
	}

	private static String socketmap(String reply) {
		try (FakeServer server = FakeServer.replying(reply.length() + ":" + reply + ",");
				Remotes remotes = remotes(Wire.SOCKETMAP, server)) {
			return remotes.transform("remote", "poem");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 413, 422 })
	void aValueThatAnHttpServerRefusesIsRefused(int status) {
		assertThatExceptionOfType(ValueRefusedException.class).isThrownBy(() -> http(status))
			.withMessage("step 1, remote: the server refused the value, with status " + status);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 304, 401, 404, 405, 429, 500, 502, 503, 504 })
	void anotherStatusIsAFailure(int status) {
		assertThatExceptionOfType(RemoteFailedException.class).isThrownBy(() -> http(status))
			.withMessage("step 1, remote: the server answered with status " + status);
	}

	private static String http(int status) {
		try (FakeServer server = FakeServer.start((client) -> {
			HttpMessages.readBody(client);
			FakeServer.send(client, "HTTP/1.1 " + status + " S\r\nLocation: /secret\r\nContent-Length: 0\r\n\r\n");
		}); Remotes remotes = remotes(Wire.HTTP, server)) {
			return remotes.transform("remote", "poem");
		}
	}

	@Test
	void theTokenInTheFileIsSentWithEveryValue(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("token");
		List<String> heads = new CopyOnWriteArrayList<>();
		try (FakeServer server = FakeServer.start((client) -> {
			heads.add(HttpMessages.readHead(client));
			client.getInputStream().readNBytes("poem".length());
			FakeServer.send(client, Wire.HTTP.reply("POEM"));
		}); Remotes remotes = Remotes.of(Wire.HTTP.uri(server.port()), Remotes.token(file))) {
			Files.writeString(file, "the-first/token==\n");
			remotes.transform("remote", "poem");
			Files.writeString(file, " second ");
			remotes.transform("remote", "poem");
			assertThat(heads).hasSize(2);
			assertThat(heads.getFirst()).contains("\r\nAuthorization: Bearer the-first/token==\r\n");
			assertThat(heads.getLast()).contains("\r\nAuthorization: Bearer second\r\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "two words", "a\r\nHost: b", "caf\u00e9" })
	void aFileWithoutATokenIsAFailureWithoutAWordOfIt(String content, @TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("token"), content);
		try (FakeServer server = FakeServer.start(Wire.HTTP::answer);
				Remotes remotes = Remotes.of(Wire.HTTP.uri(server.port()), Remotes.token(file))) {
			assertThatExceptionOfType(RemoteFailedException.class).isThrownBy(() -> remotes.transform("remote", "poem"))
				.withMessage("step 1, remote: the token for the server cannot be read");
			Files.delete(file);
			assertThatExceptionOfType(RemoteFailedException.class).isThrownBy(() -> remotes.transform("remote", "poem"))
				.withMessage("step 1, remote: the token for the server cannot be read");
			Files.writeString(file, "token");
			assertThat(remotes.transform("remote", "poem")).isEqualTo("POEM");
		}
	}

	/**
	 * In the netstring protocol, this is how a value is refused.
	 */
	@Test
	void aNetstringServerThatClosesTheConnectionIsAskedOnceAndStaysInUse() {
		AtomicInteger requests = new AtomicInteger();
		try (FakeServer server = FakeServer.start((client) -> {
			if (Wire.NETSTRING.value(client).equals("poem")) {
				FakeServer.send(client, "4:POEM,");
			}
			requests.incrementAndGet();
		}); Remotes remotes = remotes(Wire.NETSTRING, server)) {
			for (int i = 0; i < 20; i++) {
				assertThatExceptionOfType(RemoteFailedException.class)
					.isThrownBy(() -> remotes.transform("remote", "refuse me"))
					.withMessage("step 1, remote: the server closed the connection without a reply");
			}
			assertThat(requests).hasValue(20);
			assertThat(remotes.transform("remote", "poem")).isEqualTo("POEM");
		}
	}

	@ParameterizedTest
	@EnumSource
	void aResultOverTheLimitIsTooLarge(Wire wire) {
		try (FakeServer server = FakeServer.start((client) -> {
			wire.value(client);
			FakeServer.send(client, wire.reply("x".repeat(Remotes.LIMIT + 1)));
		}); Remotes remotes = remotes(wire, server)) {
			assertThatExceptionOfType(ValueTooLargeException.class)
				.isThrownBy(() -> remotes.transform("remote", "poem"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aSmallLimitIsThatOfTheResult(Wire wire) {
		try (FakeServer server = FakeServer.start((client) -> {
			wire.value(client);
			FakeServer.send(client, wire.reply("12345"));
		}); Remotes remotes = Remotes.limitedTo(4, wire.uri(server.port()))) {
			assertThatExceptionOfType(ValueTooLargeException.class)
				.isThrownBy(() -> remotes.transform("remote", "poem"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TEMP", "TIMEOUT" })
	void aFailureOfSocketmapIsOneHoweverLongItsReason(String status) {
		try (FakeServer server = FakeServer.replying(longRefusal(status));
				Remotes remotes = Remotes.limitedTo(4, Wire.SOCKETMAP.uri(server.port()))) {
			assertThatExceptionOfType(RemoteFailedException.class).isThrownBy(() -> remotes.transform("remote", "poem"))
				.withMessage("step 1, remote: the server answered " + status);
		}
	}

	@Test
	void aRefusalOfSocketmapIsOneHoweverLongItsReason() {
		try (FakeServer server = FakeServer.replying(longRefusal("PERM"));
				Remotes remotes = Remotes.limitedTo(4, Wire.SOCKETMAP.uri(server.port()))) {
			assertThatExceptionOfType(ValueRefusedException.class).isThrownBy(() -> remotes.transform("remote", "poem"))
				.withMessage("step 1, remote: the server refused the value");
		}
	}

	@Test
	void aRefusalIsReadThoughTheServerDoesNotReadTheValueToItsEnd() {
		try (FakeServer server = FakeServer.start((client) -> {
			client.getInputStream().readNBytes(10);
			FakeServer.send(client, "14:PERM too large,");
			client.shutdownOutput();
			client.getInputStream().skipNBytes(4_000_000);
		}); Remotes remotes = Remotes.limitedTo(50_000_000, Wire.SOCKETMAP.uri(server.port()))) {
			assertThatExceptionOfType(ValueRefusedException.class)
				.isThrownBy(() -> remotes.transform("remote", "x".repeat(50_000_000)))
				.withMessage("step 1, remote: the server refused the value");
		}
	}

	// as long as the protocol allows
	private static String longRefusal(String status) {
		return "100000:" + status + " " + "x".repeat(100_000 - status.length() - 1) + ",";
	}

	@ParameterizedTest
	@EnumSource
	void theLargestValueAndResultPass(Wire wire) {
		try (FakeServer server = FakeServer.start(wire::answer); Remotes remotes = remotes(wire, server)) {
			assertThat(remotes.transform("remote", "x".repeat(Remotes.LIMIT))).isEqualTo("X".repeat(Remotes.LIMIT));
		}
	}

	@Test
	void bytesPassAsTheyAre() {
		try (FakeServer server = FakeServer.start((client) -> {
			byte[] request = FakeServer.readBytes(client);
			client.getOutputStream().write("2:".getBytes(StandardCharsets.US_ASCII));
			client.getOutputStream().write(request, request.length - 2, 2);
			client.getOutputStream().write(',');
		}); Remotes remotes = Remotes.of(Wire.NETSTRING.uri(server.port()), Remotes.kinds(Kind.BYTES, Kind.BYTES))) {
			byte[] bytes = { 0, 1, (byte) 0xFF, (byte) 0xFE };
			assertThat(remotes.service().transform("remote", Value.of(bytes)))
				.isEqualTo(Value.of(new byte[] { (byte) 0xFF, (byte) 0xFE }));
		}
	}

	@Test
	void aResultThatIsNotUtf8IsAFailureIfATextIsExpected() {
		try (FakeServer server = FakeServer.replying(new byte[] { '1', ':', (byte) 0xFF, ',' });
				Remotes remotes = remotes(Wire.NETSTRING, server)) {
			assertThatExceptionOfType(RemoteFailedException.class).isThrownBy(() -> remotes.transform("remote", "poem"))
				.withMessage("step 1, remote: the server sent a result that is not UTF-8");
		}
	}

	@ParameterizedTest
	@EnumSource
	void theValueIsKeptIfTheSettingsSaySo(Wire wire) {
		FakeServer server = FakeServer.start(wire::answer);
		server.close();
		try (Remotes remotes = Remotes.of(wire.uri(server.port()), Remotes.keepingValues())) {
			assertThat(remotes.transform("trim,remote,reverse", " poem ")).isEqualTo("meop");
			assertThat(remotes.server().keptValues()).isEqualTo(1);
		}
	}

	@Test
	void aRefusedValueIsRefusedWhateverTheFallback() {
		try (FakeServer server = FakeServer.replying("5:PERM ,");
				Remotes remotes = Remotes.of(Wire.SOCKETMAP.uri(server.port()), Remotes.keepingValues())) {
			assertThatExceptionOfType(ValueRefusedException.class)
				.isThrownBy(() -> remotes.transform("remote", "poem"));
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("slow")
	void aServerThatFailsRepeatedlyIsNotCalledForAWhile(Wire wire) {
		AtomicBoolean broken = new AtomicBoolean(true);
		AtomicInteger requests = new AtomicInteger();
		try (FakeServer server = FakeServer.start((client) -> {
			requests.incrementAndGet();
			if (broken.get()) {
				wire.value(client);
				FakeServer.send(client, wire.reply("A WHOLE POEM").substring(0, wire.cut));
			}
			else {
				wire.answer(client);
			}
		}); Remotes remotes = remotes(wire, server)) {
			for (int i = 0; i < 5; i++) {
				assertThatExceptionOfType(RemoteFailedException.class)
					.isThrownBy(() -> remotes.transform("remote", "poem"));
			}
			assertThat(remotes.server().isCalled()).isFalse();
			assertThatExceptionOfType(RemoteFailedException.class).isThrownBy(() -> remotes.transform("remote", "poem"))
				.withMessage("step 1, remote: the server has failed repeatedly, and is not called at present");
			assertThat(requests).hasValue(10);
			broken.set(false);
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.ignoreExceptionsInstanceOf(RemoteFailedException.class)
				.untilAsserted(() -> assertThat(remotes.transform("remote", "poem")).isEqualTo("POEM"));
			assertThat(remotes.server().failure()).isNull();
		}
	}

	@Test
	void notMoreValuesThanTheLimitAreSentAtATime() {
		AtomicInteger now = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		try (FakeServer server = FakeServer.start((client) -> {
			String value = Wire.NETSTRING.value(client);
			most.accumulateAndGet(now.incrementAndGet(), Math::max);
			FakeServer.await(client, Duration.ofMillis(20));
			now.decrementAndGet();
			FakeServer.send(client, Wire.NETSTRING.reply(value));
		}); Remotes remotes = Remotes.of(Wire.NETSTRING.uri(server.port()), Remotes.maxConcurrent(3))) {
			CompletableFuture<?>[] all = IntStream.range(0, 20)
				.mapToObj((i) -> CompletableFuture.runAsync(
						() -> assertThat(remotes.transform("remote", "poem")).isEqualTo("poem"),
						Thread::startVirtualThread))
				.toArray(CompletableFuture[]::new);
			CompletableFuture.allOf(all).join();
			assertThat(most).hasValueBetween(1, 3);
		}
	}

	@Test
	@Tag("slow")
	void aValueThatGetsNoTurnInHalfOfItsTimeoutIsRefusedAsOverload() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			arrived.countDown();
			FakeServer.await(client, Duration.ofMinutes(2));
		});
				Remotes remotes = Remotes.of(Wire.NETSTRING.uri(server.port()),
						(it) -> Remotes.maxConcurrent(1).apply(Remotes.timeout(Duration.ofSeconds(10)).apply(it)))) {
			Thread first = Thread.startVirtualThread(() -> assertThatExceptionOfType(TransformException.class)
				.isThrownBy(() -> remotes.transform("remote", "first")));
			arrived.await();
			// the first began before, but waits twice as long
			assertThatExceptionOfType(UnavailableException.class)
				.isThrownBy(() -> remotes.transform("remote", "second"));
			first.interrupt();
			first.join();
		}
	}

	@ParameterizedTest
	@EnumSource
	void anInterruptEndsTheCall(Wire wire) throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch left = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			wire.value(client);
			arrived.countDown();
			FakeServer.await(client, Duration.ofMinutes(1));
			left.countDown();
		}); Remotes remotes = remotes(wire, server)) {
			CompletableFuture<Void> call = new CompletableFuture<>();
			Thread thread = Thread.startVirtualThread(() -> call.completeAsync(() -> {
				assertThatExceptionOfType(UnavailableException.class)
					.isThrownBy(() -> remotes.transform("remote", "poem"));
				return null;
			}, Runnable::run));
			arrived.await();
			thread.interrupt();
			call.join();
			left.await();
			assertThat(remotes.server().isCalled()).isTrue();
		}
	}

	private static void awaitInterrupt() throws IOException {
		FakeServer.await(new CountDownLatch(1));
	}

	private static Remotes remotes(Wire wire, FakeServer server) {
		return Remotes.of(wire.uri(server.port()));
	}

}
