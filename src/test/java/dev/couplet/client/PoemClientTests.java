package dev.couplet.client;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.couplet.client.PoemClient.Framing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PoemClient}.
 */
@Timeout(20)
class PoemClientTests {

	private static final String POEM = "Þe poem\n";

	private static final String FRAMED = "9:" + POEM + ",";

	@ParameterizedTest
	@EnumSource(names = { "AUTO", "RAW" })
	void downloadsARawPoem(Framing framing) throws IOException {
		assertThat(download(POEM, framing)).isEqualTo(POEM);
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTO", "NETSTRING" })
	void downloadsAPoemInANetstring(Framing framing) throws IOException {
		assertThat(download(FRAMED, framing)).isEqualTo(POEM);
		assertThat(download("0:,", framing)).isEmpty();
	}

	static Stream<String> truncatedPoems() {
		// only ASCII, so that every prefix is well-formed
		String framed = "11:a long poem,";
		return IntStream.range(1, framed.length()).mapToObj((length) -> framed.substring(0, length));
	}

	@ParameterizedTest
	@MethodSource("truncatedPoems")
	void truncatedNetstringIsAnError(String cut) throws IOException {
		for (Framing framing : new Framing[] { Framing.AUTO, Framing.NETSTRING }) {
			assertThatExceptionOfType(TruncatedReplyException.class).isThrownBy(() -> download(cut, framing));
		}
		assertThat(download(cut, Framing.RAW)).isEqualTo(cut);
	}

	@ParameterizedTest
	@ValueSource(strings = { FRAMED + "\n", "5:30 in the morning\n", "9:" + POEM + ";", "007: a poem", ": a poem",
			"99999999999: a poem", "12 lines\n" })
	void dataThatIsNotANetstringIsARawPoemUnlessANetstringIsRequired(String poem) throws IOException {
		assertThat(download(poem, Framing.AUTO)).isEqualTo(poem);
		assertThatExceptionOfType(ClientException.class).isThrownBy(() -> download(poem, Framing.NETSTRING))
			.isInstanceOfAny(MalformedReplyException.class, TrailingDataException.class);
	}

	@ParameterizedTest
	@EnumSource
	void closeWithoutDataIsARefusal(Framing framing) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> download("", framing));
	}

	@Test
	void poemThatIsNotUtf8IsMalformed() {
		try (FakeServer server = FakeServer.start((client) -> client.getOutputStream().write(0xE9))) {
			assertThatExceptionOfType(MalformedReplyException.class).isThrownBy(() -> download(server, Framing.AUTO));
		}
	}

	@Test
	void resetIsAnError() {
		CountDownLatch arrived = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.send(client, "The first line");
			FakeServer.await(arrived);
			FakeServer.reset(client);
		})) {
			assertThatExceptionOfType(TruncatedReplyException.class).isThrownBy(
					() -> new PoemClient(Framing.RAW).download(server.address(), (count) -> arrived.countDown()));
		}
	}

	@Test
	void serverThatStopsSendingTimesOut() {
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.send(client, "The first line");
			FakeServer.await(client, Duration.ofSeconds(30));
		})) {
			assertThatExceptionOfType(ServerTimeoutException.class)
				.isThrownBy(() -> new PoemClient(Framing.RAW).withIdleTimeout(Duration.ofMillis(200))
					.download(server.address(), (count) -> {
					}));
		}
	}

	@Test
	void slowPoemMayTakeLongerThanTheIdleTimeout() throws IOException {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.drip(client, POEM, Duration.ofMillis(100)))) {
			AtomicInteger arrived = new AtomicInteger();
			assertThat(new PoemClient(Framing.AUTO).withIdleTimeout(Duration.ofMillis(600))
				.download(server.address(), arrived::addAndGet)).isEqualTo(POEM);
			assertThat(arrived).hasValue(9);
		}
	}

	@Test
	void endlessPoemIsTooLong() {
		try (FakeServer server = FakeServer.start(PoemClientTests::sendEndlessly)) {
			assertThatExceptionOfType(TooLongReplyException.class).isThrownBy(() -> download(server, Framing.AUTO));
		}
	}

	private static void sendEndlessly(Socket client) throws IOException {
		String lines = "and so on\n".repeat(10_000);
		while (!client.isClosed()) {
			FakeServer.send(client, lines);
		}
	}

	private static String download(String poem, Framing framing) throws IOException {
		try (FakeServer server = FakeServer.sending(poem)) {
			return download(server, framing);
		}
	}

	private static String download(FakeServer server, Framing framing) throws IOException {
		return new PoemClient(framing).download(server.address(), (count) -> {
		});
	}

}
