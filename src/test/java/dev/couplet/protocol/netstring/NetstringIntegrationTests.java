package dev.couplet.protocol.netstring;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.couplet.CoupletTest;
import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the netstring protocol on the running server.
 */
@CoupletTest
@ExtendWith(OutputCaptureExtension.class)
class NetstringIntegrationTests {

	private static final String REQUEST = "27:cummingsify.HERE IS MY POEM,";

	private static final String REPLY = "15:here is my poem,";

	@Autowired
	private Listener netstringListener;

	@Test
	void answersOneRequestAndCloses() {
		assertThat(exchange(REQUEST)).isEqualTo(REPLY);
	}

	@Test
	void answersAClientThatHalfClosesAfterItsRequest() {
		try (SocketClient client = connect()) {
			assertThat(client.send(REQUEST).halfClose().readToEnd()).isEqualTo(REPLY);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7 })
	void answersARequestInSegmentsOfAnySize(int size) {
		try (SocketClient client = connect()) {
			for (int i = 0; i < REQUEST.length(); i += size) {
				client.send(REQUEST.substring(i, Math.min(REQUEST.length(), i + size)));
			}
			assertThat(client.readToEnd()).isEqualTo(REPLY);
		}
	}

	@Test
	void acceptsAnEmptyTextAndReturnsAnEmptyResult() {
		assertThat(exchange("12:cummingsify.,")).isEqualTo("0:,");
	}

	@Test
	void theRecipeEndsAtTheFirstDot() {
		assertThat(exchange("17:cummingsify.A.B.C,")).isEqualTo("5:a.b.c,");
	}

	@Test
	void servesOneRequestForEachConnectionAndIgnoresFurtherOnes() {
		assertThat(exchange(REQUEST + REQUEST)).isEqualTo(REPLY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "\u0016\u0003\u0001\u0002", "01:a,", "1:ab",
			"99999999999999999999:", "1048576000:", "-1:,", "27:cummingsify.HERE IS MY POEM;", "11:cummingsify,", "0:,",
			"\r\n", ":::::" })
	void garbageClosesTheConnectionWithoutAReply(String garbage) {
		assertThat(exchange(garbage)).isEmpty();
		assertThat(exchange(REQUEST)).isEqualTo(REPLY);
	}

	@Test
	void anIncompleteRequestGetsNoReply() {
		try (SocketClient client = connect()) {
			assertThat(client.send("27:cummingsify.HERE").halfClose().readToEnd()).isEmpty();
		}
	}

	@Test
	void serves1000ConcurrentClients() throws Exception {
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> replies = IntStream.range(0, 1000).mapToObj((number) -> clients.submit(() -> {
				String text = "POEM NUMBER %04d".formatted(number);
				return exchange("28:cummingsify.%s,".formatted(text));
			})).toList();
			for (int number = 0; number < replies.size(); number++) {
				assertThat(replies.get(number).get()).isEqualTo("16:poem number %04d,".formatted(number));
			}
		}
	}

	@Test
	void clientErrorsAreLoggedOnlyAtDebugLevel(CapturedOutput output) {
		for (int i = 0; i < 20; i++) {
			connect().send("27:cummingsify.SECRET").reset();
			connect().send("28:cummingsify.SECRET IS MY POEM,").reset();
			exchange("SECRET:,");
			exchange("14:nosuch.SECRET!,");
			exchange("20:base64-decode.SECRET,");
		}
		assertThat(exchange(REQUEST)).isEqualTo(REPLY);
		assertThat(output.getAll()).doesNotContain("SECRET").doesNotContain("WARN").doesNotContain("ERROR");
	}

	private String exchange(String request) {
		return SocketClient.exchange(this.netstringListener.port(), request);
	}

	private SocketClient connect() {
		return SocketClient.connect(this.netstringListener.port());
	}

	@Nested
	@TestPropertySource(properties = "couplet.netstring.keep-alive=true")
	class WithKeepAlive {

		@Autowired
		private Listener netstringListener;

		@Test
		void answersSuccessiveRequestsOnOneConnection() {
			try (SocketClient client = connect()) {
				for (int i = 0; i < 10; i++) {
					assertThat(client.send(REQUEST).read(REPLY.length())).isEqualTo(REPLY);
				}
			}
		}

		@Test
		void answersPipelinedRequestsInOrderBeforeItClosesAHalfClosedConnection() {
			StringBuilder requests = new StringBuilder();
			StringBuilder replies = new StringBuilder();
			for (int i = 100; i < 999; i++) {
				requests.append("16:cummingsify.A").append(i).append(',');
				replies.append("4:a").append(i).append(',');
			}
			try (SocketClient client = connect()) {
				assertThat(client.send(requests.toString()).halfClose().readToEnd()).isEqualTo(replies.toString());
			}
		}

		@Test
		void anErrorClosesAfterTheRepliesBeforeIt() {
			try (SocketClient client = connect()) {
				assertThat(client.send(REQUEST + REQUEST + "8:nosuch.x," + REQUEST).readToEnd())
					.isEqualTo(REPLY + REPLY);
			}
			try (SocketClient client = connect()) {
				assertThat(client.send(REQUEST + "99999999999:" + REQUEST.repeat(1000)).readToEnd()).isEqualTo(REPLY);
			}
		}

		private SocketClient connect() {
			return SocketClient.connect(this.netstringListener.port());
		}

	}

}
