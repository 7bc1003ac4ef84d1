package dev.couplet.protocol.socketmap;

import dev.couplet.CoupletTest;
import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.ValueRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the socketmap protocol on the running server.
 */
@CoupletTest
@Import(SocketmapIntegrationTests.Transforms.class)
@ExtendWith(OutputCaptureExtension.class)
class SocketmapIntegrationTests {

	private static final String REQUEST = "15:cummingsify ABC,";

	private static final String REPLY = "6:OK abc,";

	@Autowired
	private Listener socketmapListener;

	@Autowired
	private TransformService service;

	@Test
	void answersPipelinedRequestsInOrderAndThenCloses() {
		try (SocketClient client = connect()) {
			String batch = REQUEST + "17:upper-case a poem,8:nosuch x,";
			assertThat(client.send(batch).halfClose().readToEnd())
				.isEqualTo(REPLY + "9:OK A POEM," + frame("PERM step 1: there is no transform 'nosuch'"));
		}
	}

	@Test
	void aSessionContinuesAfterAnError() {
		try (SocketClient client = connect()) {
			String refusal = frame("PERM step 1: there is no transform 'nosuch'");
			assertThat(client.send("8:nosuch x,").read(refusal.length())).isEqualTo(refusal);
			assertThat(client.send(REQUEST).read(REPLY.length())).isEqualTo(REPLY);
		}
	}

	@Test
	void answersThousandsOfPipelinedRequestsBeforeTheServerCloses() throws InterruptedException {
		StringBuilder requests = new StringBuilder();
		StringBuilder replies = new StringBuilder();
		for (int i = 10_000; i < 20_000; i++) {
			requests.append("18:cummingsify A").append(i).append(',');
			replies.append("9:OK a").append(i).append(',');
		}
		try (SocketClient client = connect()) {
			Thread sender = Thread.startVirtualThread(() -> client.send(requests.toString()).halfClose());
			assertThat(client.readToEnd()).isEqualTo(replies.toString());
			sender.join();
		}
	}

	@Test
	void acceptsAnEmptyTextAndReturnsAnEmptyResult() {
		assertThat(exchange("12:cummingsify ,")).isEqualTo("3:OK ,");
	}

	@Test
	void theRecipeEndsAtTheFirstSpace() {
		assertThat(exchange("17:cummingsify A B C,")).isEqualTo("8:OK a b c,");
	}

	@Test
	void aRecipeMayHaveArguments() {
		assertThat(exchange(frame("replace=rose:thorn%2C A rose"))).isEqualTo(frame("OK A thorn,"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "cummingsify", "Trim SECRET", "trim=SECRET SECRET", "base64-decode SECRET!",
			"\u0001\r\n\u001b[31m SECRET", "no-such-transform-of-any-name-that-goes-on-for-ever SECRET" })
	void aReasonIsOneLineOfPrintableAsciiUnder200CharactersWithoutTheText(String request) {
		assertThat(exchange(frame(request))).matches("\\d+:PERM [ -~]{1,199},").doesNotContain("SECRET");
	}

	@Test
	void aReasonOfATransformIsTruncatedAndMadePrintable() {
		assertThat(exchange(frame("long-winded abc"))).matches("\\d+:PERM step 1, long-winded: why\\?x{174},");
	}

	@Test
	void anOverlongFrameGetsAReasonBeforeTheClose() {
		assertThat(exchange("99999999999:cummingsify " + "X".repeat(100_000)))
			.isEqualTo(frame("PERM the value is over the limit of 1048576 bytes"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET / HTTP/1.1\r\n\r\n", "01:a,", "15:cummingsify ABC;", "-1:,", ":" })
	void aMalformedFrameClosesAfterTheRepliesBeforeIt(String malformed) {
		assertThat(exchange(REQUEST + malformed + REQUEST)).isEqualTo(REPLY);
	}

	@Test
	void aServerThatIsShuttingDownIsATemporaryError() {
		this.service.stop();
		try {
			assertThat(exchange(REQUEST)).isEqualTo(frame("TEMP the server is shutting down; try again in 1 s"));
		}
		finally {
			this.service.start();
		}
	}

	@Test
	void clientErrorsAreNotLogged(CapturedOutput output) {
		for (int i = 0; i < 20; i++) {
			connect().send("27:cummingsify SECRET").reset();
			exchange("13:nosuch SECRET,");
			exchange("SECRET");
		}
		assertThat(exchange(REQUEST)).isEqualTo(REPLY);
		assertThat(output.getAll()).doesNotContain("SECRET").doesNotContain("WARN").doesNotContain("ERROR");
	}

	private String exchange(String request) {
		try (SocketClient client = connect()) {
			return client.send(request).halfClose().readToEnd();
		}
	}

	private static String frame(String payload) {
		return payload.length() + ":" + payload + ",";
	}

	private SocketClient connect() {
		return SocketClient.connect(this.socketmapListener.port());
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Transforms {

		@Bean
		Transform longWinded() {
			return Transform.named("long-winded")
				.describedAs("Rejects every text with a long reason.")
				.applying((text) -> {
					throw new ValueRefusedException("why\n" + "x".repeat(1000));
				});
		}

	}

}
