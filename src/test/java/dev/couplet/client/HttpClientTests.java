package dev.couplet.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TransformClient} over HTTP, with servers that behave in every possible
 * way.
 */
@Timeout(20)
class HttpClientTests {

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain;charset=UTF-8\r\n";

	private static final String REPLY = HEAD + "Content-Length: 5\r\n\r\nmoon\n";

	private static final String CHUNKED = HEAD
			+ "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nmoo\r\n02\r\nn\n\r\n0\r\nTrailer: x\r\n\r\n";

	private static final String EMPTY = HEAD + "Content-Length: 0\r\n\r\n";

	private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: ([0-9]+)\r\n");

	private static final Duration SHORT = Duration.ofMillis(300);

	@Test
	void sendsRecipeInTheQueryAndValueInTheBody() throws Exception {
		BlockingQueue<String> requests = new LinkedBlockingQueue<>();
		try (FakeServer server = FakeServer.start((client) -> {
			requests.add(readRequest(client));
			FakeServer.send(client, REPLY);
		})) {
			TransformClient client = new TransformClient(ServerUri.parse("http://" + server.address() + "/a/b"));
			assertThat(client.withToken("t0k~n").transform("replace=%2E:é &+#", "MOÖN\n")).isEqualTo("moon\n");
			assertThat(requests.take()).isEqualTo("POST /a/b/transforms?recipe=replace%3D%252E%3A%C3%A9%20%26%2B%23"
					+ " HTTP/1.1\r\nHost: " + server.address()
					+ "\r\nContent-Type: application/octet-stream\r\nContent-Length: 6\r\nAccept: */*\r\n"
					+ "User-Agent: couplet\r\nConnection: close\r\nAuthorization: Bearer t0k~n\r\n\r\nMOÖN\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { REPLY, CHUNKED, "HTTP/1.1 100 Continue\r\n\r\n" + REPLY, REPLY + "and more",
			"HTTP/1.0 200\ncontent-type:application/octet-stream\ncontent-length:5\n\nmoon\n" })
	void readsEveryFormOfAResponse(String response) throws IOException {
		try (FakeServer server = replying(response)) {
			assertThat(client(server).transform("trim", "")).isEqualTo("moon\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { REPLY, CHUNKED })
	void acceptsAResponseThatArrivesByteByByte(String response) throws IOException {
		try (FakeServer server = FakeServer.start((client) -> {
			readRequest(client);
			FakeServer.drip(client, response, Duration.ZERO);
		})) {
			assertThat(client(server).transform("trim", "")).isEqualTo("moon\n");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 256, 8192, 1_000_000 })
	void sendsAndReturnsBytesAsTheyAre(int length) throws IOException {
		byte[] value = new byte[length];
		for (int i = 0; i < length; i++) {
			value[i] = (byte) i;
		}
		try (FakeServer server = FakeServer.start((client) -> {
			String request = readRequest(client, StandardCharsets.ISO_8859_1);
			byte[] body = request.substring(request.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
			FakeServer.send(client, HEAD + "Content-Length: " + body.length + "\r\n\r\n");
			client.getOutputStream().write(body);
		})) {
			assertThat(client(server).transform("trim", value)).isEqualTo(value);
		}
	}

	static Stream<String> truncated() {
		return Stream.of(REPLY, CHUNKED, EMPTY)
			.flatMap((reply) -> IntStream.range(1, reply.length()).mapToObj((length) -> reply.substring(0, length)));
	}

	@ParameterizedTest
	@MethodSource("truncated")
	void truncatedResponseIsAnError(String response) {
		assertFails(response, TruncatedReplyException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "15:here is\nmy poem,", "\n\n", "HTTP/2 200 OK\r\n\r\n", "HTTP/1.1 OK\r\n\r\n",
			HEAD + "\r\nmoon", HEAD + "Content-Length: x\r\n\r\nmoon", HEAD + "Content-Length: -1\r\n\r\nmoon",
			HEAD + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nmoon\n", HEAD + "no colon\r\n\r\n",
			HEAD + "Content-Length : 4\r\n\r\nmoon", HEAD + "Content-Length: 4\r\nContent-Encoding: gzip\r\n\r\nmoon",
			HEAD + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
			HEAD + "Transfer-Encoding: chunked\r\n\r\nz\r\n", HEAD + "Transfer-Encoding: chunked\r\n\r\n1\r\nmoon\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nmoon",
			"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nmoon" })
	void anythingElseIsMalformed(String response) {
		assertFails(response, MalformedReplyException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					404 | {"nearNames":["x",{"detail":"no"}],"detail":"there is no\\nsuch"} | refuses this: there is no?such
					401 | {"detail":"a token is needed"}                                    | refuses this: a token is needed
					500 | {"detail":"a transform failed"}                                   | could not do this: a transform failed
					503 | {"detail":"overloaded"}                                           | could not do this: overloaded
					408 | {"detail":"too slow"}                                             | could not do this: too slow
					429 | {"detail":"too many"}                                             | could not do this: too many
					404 | {"detail":7}                                                      | refuses this: HTTP status 404
					404 | {"detail":                                                        | refuses this: HTTP status 404
					404 | []                                                                | refuses this: HTTP status 404
					302 | {}                                                                | refuses this: HTTP status 302
					204 | {}                                                                | refuses this: HTTP status 204
					""")
	void aRefusalHasTheReason(int status, String problem, String message) {
		try (FakeServer server = replying("HTTP/1.1 " + status + " x\r\nContent-Type: application/problem+json\r\n"
				+ "Content-Length: " + problem.length() + "\r\n\r\n" + problem)) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client(server).transform("trim", ""))
				.withMessage(server.address() + " " + message)
				.extracting(RefusedException::reason)
				.isEqualTo(message.substring(message.indexOf(": ") + 2));
		}
	}

	// as Tomcat does without TLS on a port with TLS
	@ParameterizedTest
	@ValueSource(strings = { "Connection: close", "Content-Length: 62" })
	void aRefusalInTextHasTheStatusAndTheText(String header) {
		String text = "Bad Request\r\nThis combination of host and port requires TLS.\r\n";
		try (FakeServer server = replying(
				"HTTP/1.1 400 x\r\nContent-Type: text/plain;charset=UTF-8\r\n" + header + "\r\n\r\n" + text)) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client(server).transform("trim", ""))
				.withMessage(server.address() + " refuses this: HTTP status 400: Bad Request "
						+ "This combination of host and port requires TLS.");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Content-Length: 100\r\n" })
	void aRefusalWhoseTextIsResetHasTheStatus(String length) {
		try (FakeServer server = FakeServer.start((client) -> {
			client.getInputStream().read();
			FakeServer.send(client, "HTTP/1.1 413 x\r\nContent-Type: text/plain\r\n" + length + "\r\ntoo");
			FakeServer.reset(client);
		})) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client(server).transform("trim", ""))
				.withMessage(server.address() + " refuses this: HTTP status 413");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Type: text/html\r\nContent-Length: 10\r\n\r\n<h1>x</h1>", "\r\n",
			"Content-Type: application/problem+json\r\nContent-Length: 99999999999\r\n\r\n{",
			"Content-Type: application/problem+json\r\nContent-Length: 100\r\n\r\n{" })
	void aRefusalWithoutAReasonHasTheStatus(String rest) {
		try (FakeServer server = replying("HTTP/1.1 502 Bad Gateway\r\n" + rest)) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client(server).transform("trim", ""))
				.withMessage(server.address() + " could not do this: HTTP status 502");
		}
	}

	@Test
	void closeWithoutAResponseIsARefusalWithoutAReason() {
		try (FakeServer server = replying("")) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client(server).transform("trim", ""))
				.withMessage(server.address() + " closed the connection without a reply")
				.extracting(RefusedException::reason)
				.isNull();
		}
	}

	@Test
	void readsTheResponseOfAServerThatDoesNotReadTheRequestToItsEnd() {
		String problem = "{\"detail\":\"too large\"}";
		try (FakeServer server = FakeServer.start((client) -> {
			client.getInputStream().readNBytes(10);
			FakeServer.send(client, "HTTP/1.1 413 x\r\nContent-Type: application/problem+json\r\nContent-Length: "
					+ problem.length() + "\r\n\r\n" + problem);
			client.shutdownOutput();
			client.getInputStream().skipNBytes(4_000_000);
		})) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> client(server).transform("trim", "x".repeat(5_000_000)))
				.extracting(RefusedException::reason)
				.isIn("too large", null);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { REPLY, CHUNKED })
	void resultOverTheLimitIsRefused(String response) throws IOException {
		try (FakeServer server = replying(response)) {
			assertThat(client(server).withMaxReplyLength(5).transform("trim", "")).isEqualTo("moon\n");
			assertThatExceptionOfType(TooLongReplyException.class)
				.isThrownBy(() -> client(server).withMaxReplyLength(4).transform("trim", ""));
		}
	}

	@Test
	void announcedLengthCostsNoMemory() {
		try (FakeServer server = replying(HEAD + "Content-Length: 2147483647\r\n\r\nmoon")) {
			assertThatExceptionOfType(TruncatedReplyException.class)
				.isThrownBy(() -> client(server).withMaxReplyLength(Integer.MAX_VALUE).transform("trim", new byte[0]));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "x: y\r\n", "HTTP/1.1 100 Continue\r\n\r\n" })
	void endlessHeadIsRefused(String part) {
		try (FakeServer server = FakeServer.start((client) -> {
			readRequest(client);
			FakeServer.send(client, part.startsWith("HTTP") ? "" : "HTTP/1.1 200 OK\r\n");
			for (int i = 0; i < 1_000_000; i++) {
				FakeServer.send(client, part.repeat(100));
			}
		})) {
			assertFails(server, TooLongReplyException.class);
		}
	}

	@Test
	void serverThatNeverRepliesTimesOut() {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(client, Duration.ofSeconds(30)))) {
			assertTimesOut(server, "");
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

	@ParameterizedTest
	@ValueSource(strings = { "", HEAD + "Content-Length: 10000\r\n\r\n",
			HEAD + "Transfer-Encoding: chunked\r\n\r\n270F\r\n" })
	void serverThatSendsSingleBytesSlowlyTimesOut(String head) {
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.send(client, head);
			FakeServer.drip(client, "H".repeat(10_000), Duration.ofMillis(10));
		})) {
			assertTimesOut(server, "");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { HEAD + "Content-Length: 10000\r\n\r\nmoon",
			HEAD + "Transfer-Encoding: chunked\r\n\r\n270F\r\nmoon" })
	void serverThatStopsInTheMiddleOfAResultTimesOut(String response) {
		CountDownLatch end = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.send(client, response);
			FakeServer.await(end);
		})) {
			assertTimesOut(server, "");
		}
		end.countDown();
	}

	@Test
	void doesNotWaitForTheEndOfTheConnection() throws IOException {
		CountDownLatch end = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			readRequest(client);
			FakeServer.send(client, REPLY);
			FakeServer.await(end);
		})) {
			assertThat(client(server).transform("trim", "")).isEqualTo("moon\n");
		}
		end.countDown();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a\r\nX: y", "é" })
	void invalidTokenIsRejected(String token) {
		TransformClient client = new TransformClient(ServerUri.parse("http://localhost"));
		assertThatIllegalArgumentException().isThrownBy(() -> client.withToken(token));
		assertThatIllegalArgumentException().isThrownBy(() -> client.withToken("x".repeat(513)));
	}

	@Test
	void onlyHttpHasTokens() {
		TransformClient client = new TransformClient(ServerUri.parse("socketmap://localhost"));
		assertThatIllegalArgumentException().isThrownBy(() -> client.withToken("token"));
	}

	private static void assertFails(String response, Class<? extends ClientException> failure) {
		try (FakeServer server = replying(response)) {
			assertFails(server, failure);
		}
	}

	private static void assertFails(FakeServer server, Class<? extends ClientException> failure) {
		assertThatExceptionOfType(failure).isThrownBy(() -> client(server).transform("trim", "HERE IS MY POEM"))
			.withMessageStartingWith(server.address() + " ");
	}

	private static void assertTimesOut(FakeServer server, String text) {
		assertThatExceptionOfType(ServerTimeoutException.class)
			.isThrownBy(() -> client(server).withReplyTimeout(SHORT).transform("trim", text))
			.withMessage(server.address() + " did not answer in time");
	}

	private static FakeServer replying(String response) {
		return FakeServer.start((client) -> {
			readRequest(client);
			FakeServer.send(client, response);
		});
	}

	private static TransformClient client(FakeServer server) {
		return new TransformClient(ServerUri.parse("http://" + server.address()));
	}

	private static String readRequest(Socket client) throws IOException {
		return readRequest(client, StandardCharsets.UTF_8);
	}

	private static String readRequest(Socket client, Charset charset) throws IOException {
		InputStream input = client.getInputStream();
		StringBuilder head = new StringBuilder();
		while (!head.toString().endsWith("\r\n\r\n")) {
			head.append((char) input.read());
		}
		Matcher length = LENGTH.matcher(head);
		assertThat(length.find()).isTrue();
		return head + new String(input.readNBytes(Integer.parseInt(length.group(1))), charset);
	}

}
