package dev.couplet.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TransformClient} over socketmap, with servers that behave in every
 * possible way.
 */
@Timeout(20)
class SocketmapClientTests {

	@Test
	void sendsRecipeAndValueAndReturnsTheResult() throws Exception {
		BlockingQueue<String> requests = new LinkedBlockingQueue<>();
		try (FakeServer server = FakeServer.start((client) -> {
			requests.add(FakeServer.readRequest(client));
			FakeServer.send(client, "7:OK a b,,");
		})) {
			assertThat(client(server).transform("indent=- ,trim", "A B")).isEqualTo("a b,");
			assertThat(requests.take()).isEqualTo("indent=-%20,trim A B");
		}
	}

	@Test
	void notFoundIsTheValueItself() throws IOException {
		assertThat(transform("9:NOTFOUND ,")).isEqualTo("value");
	}

	@Test
	void anEmptyResultIsAResult() throws IOException {
		assertThat(transform("3:OK ,")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "PERM step 1: it is wrong, refuses this: step 1: it is wrong",
			"TEMP overloaded, could not do this: overloaded", "TIMEOUT later, could not do this: later",
			"PERM \u0007a\u2028b, refuses this: ?a?b" })
	void aRefusalHasTheReason(String reply, String message) {
		try (FakeServer server = FakeServer.replying(netstring(reply))) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client(server).transform("trim", ""))
				.withMessage(server.address() + " " + message)
				.extracting(RefusedException::reason)
				.isEqualTo(message.substring(message.indexOf(": ") + 2));
		}
	}

	@Test
	void aLongReasonIsCut() {
		try (FakeServer server = FakeServer.replying(netstring("PERM " + "x".repeat(10_000)))) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client(server).transform("trim", ""))
				.extracting(RefusedException::reason)
				.isEqualTo("x".repeat(500));
		}
	}

	@Test
	void aReasonIsCutBetweenTwoCharacters() {
		try (FakeServer server = FakeServer.replying(netstring("PERM " + "x".repeat(499) + "\uD83C\uDF19" + "x"))) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client(server).transform("trim", ""))
				.extracting(RefusedException::reason)
				.isEqualTo("x".repeat(499));
		}
	}

	@ParameterizedTest
	@CsvSource({ "PERM, refuses this", "TEMP, could not do this", "TIMEOUT, could not do this" })
	void theLimitOfResultsDoesNotApplyToReasons(String status, String message) {
		try (FakeServer server = FakeServer.replying(netstring(status + " it is wrong"))) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> client(server).withMaxReplyLength(0).transform("trim", ""))
				.withMessage(server.address() + " " + message + ": it is wrong");
		}
		// as long as the protocol allows
		String reason = "x".repeat(100_000 - status.length() - 1);
		try (FakeServer server = FakeServer.replying(netstring(status + " " + reason))) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> client(server).withMaxReplyLength(0).transform("trim", ""))
				.withMessage(server.address() + " " + message + ": " + "x".repeat(500));
		}
	}

	@Test
	void aReplyThatIsTooLongForAReasonIsNotRead() {
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.readRequest(client);
			FakeServer.send(client, "100001:OK ");
			FakeServer.await(client, Duration.ofMinutes(1));
		})) {
			assertThatExceptionOfType(TooLongReplyException.class)
				.isThrownBy(() -> client(server).withMaxReplyLength(4).transform("trim", ""));
		}
	}

	@Test
	void closeWithoutAReplyHasNoReason() {
		try (FakeServer server = FakeServer.replying("")) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client(server).transform("trim", ""))
				.withMessage(server.address() + " closed the connection without a reply")
				.extracting(RefusedException::reason)
				.isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "OK", "NO x", "ok x", " OK x", "here is my poem" })
	void anythingElseIsMalformed(String reply) {
		assertThatExceptionOfType(MalformedReplyException.class).isThrownBy(() -> transform(netstring(reply)))
			.withMessageEndingWith("sent a reply that does not follow the socketmap protocol");
	}

	@Test
	void readsTheReasonOfAServerThatDoesNotReadTheRequestToItsEnd() {
		try (FakeServer server = FakeServer.start((client) -> {
			client.getInputStream().readNBytes(10);
			FakeServer.send(client, netstring("PERM the value is too large"));
			client.shutdownOutput();
			client.getInputStream().skipNBytes(4_000_000);
		})) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> client(server).transform("trim", "x".repeat(50_000_000)))
				.extracting(RefusedException::reason)
				.isEqualTo("the value is too large");
		}
	}

	@Test
	void theLimitIsThatOfTheResult() throws IOException {
		try (FakeServer server = FakeServer.replying("7:OK four,")) {
			assertThat(client(server).withMaxReplyLength(4).transform("trim", "")).isEqualTo("four");
			assertThatExceptionOfType(TooLongReplyException.class)
				.isThrownBy(() -> client(server).withMaxReplyLength(3).transform("trim", ""))
				.withMessage(server.address() + " sent a result of more than 3 bytes");
			assertThat(client(server).withMaxReplyLength(Integer.MAX_VALUE).transform("trim", "")).isEqualTo("four");
		}
	}

	private static String netstring(String payload) {
		return payload.getBytes(StandardCharsets.UTF_8).length + ":" + payload + ",";
	}

	private static String transform(String reply) throws IOException {
		try (FakeServer server = FakeServer.replying(reply)) {
			return client(server).transform("trim", "value");
		}
	}

	private static TransformClient client(FakeServer server) {
		return new TransformClient(ServerUri.parse("socketmap://" + server.address()));
	}

}
