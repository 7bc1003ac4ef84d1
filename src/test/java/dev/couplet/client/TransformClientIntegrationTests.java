package dev.couplet.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import dev.couplet.CoupletTest;
import dev.couplet.tcp.Listener;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TransformClient} with the running server.
 */
@CoupletTest
class TransformClientIntegrationTests {

	@LocalServerPort
	private int httpPort;

	@Autowired
	private Listener netstringListener;

	@Autowired
	private Listener socketmapListener;

	@Test
	void transformsTextsOfAnyContentAndSize() throws IOException {
		assertThat(client().transform("cummingsify", "HERE IS MY POEM")).isEqualTo("here is my poem");
		assertThat(client().transform("trim,upper-case", "  größe 𝄞. ")).isEqualTo("GRÖSSE 𝄞.");
		assertThat(client().transform("trim", "")).isEmpty();
		assertThat(client().transform("cummingsify", "X".repeat(1_000_000))).isEqualTo("x".repeat(1_000_000));
	}

	@Test
	void transformsBytesOfAnyContentAndSize() throws IOException {
		byte[] bytes = new byte[1_000_000];
		new Random(1).nextBytes(bytes);
		byte[] compressed = client().transform("gzip", bytes);
		assertThat(compressed).startsWith(0x1F, 0x8B);
		assertThat(client().transform("gunzip", compressed)).isEqualTo(bytes);
		assertThat(client().transform("gunzip", client().transform("gzip", new byte[0]))).isEmpty();
	}

	@Test
	void convertsBetweenTextsAndBytes() throws IOException {
		assertThat(client().transform("charset-decode=windows-1252,upper-case", new byte[] { 'n', (byte) 0xE9 }))
			.isEqualTo("NÉ".getBytes(StandardCharsets.UTF_8));
		assertThat(client().transform("charset-encode=windows-1252", "né".getBytes(StandardCharsets.UTF_8)))
			.containsExactly('n', 0xE9);
		assertThat(client().transform("gzip,gunzip", "né")).isEqualTo("né");
	}

	@Test
	void bytesThatAreNotUtf8AreRefusedIfTheRecipeTakesAText() {
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> client().transform("trim", new byte[] { 'n', (byte) 0xE9 }));
	}

	@Test
	void bytesAreNotReturnedAsAText() {
		assertThatExceptionOfType(MalformedReplyException.class).isThrownBy(() -> client().transform("gzip", "text"))
			.withMessageEndingWith("sent a reply that is not well-formed UTF-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nosuch", "", "trim,", "wrap=0", "base64-decode" })
	void refusedRecipeIsReportedAsRefused(String recipe) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client().transform(recipe, "no base64!"));
	}

	@Test
	void textThatIsTooLargeIsRefusedWhileBeingSent() {
		String text = "x".repeat(20_000_000);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client().transform("trim", text));
	}

	private TransformClient client() {
		return new TransformClient(new ServerAddress("localhost", this.netstringListener.port()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "socketmap", "http" })
	void otherProtocolsGiveTheSameResultsAndAReasonForARefusal(String protocol) throws IOException {
		int port = protocol.equals("http") ? this.httpPort : this.socketmapListener.port();
		TransformClient client = new TransformClient(ServerUri.parse(protocol + "://localhost:" + port));
		byte[] bytes = new byte[1_000_000];
		new Random(1).nextBytes(bytes);
		assertThat(client.transform("gunzip", client.transform("gzip", bytes))).isEqualTo(bytes);
		assertThat(client.transform("replace=%2E: &+#é\\?,upper-case", "größe 𝄞.")).isEqualTo("GRÖSSE 𝄞 &+#É\\?");
		assertThat(client.transform("trim", "")).isEmpty();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client.transform("trim,nosuch", ""))
			.extracting(RefusedException::reason)
			.isEqualTo("step 2: there is no transform 'nosuch'");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> client.transform("trim", "x".repeat(20_000_000)));
	}

	@Nested
	@TestPropertySource(properties = "couplet.netstring.keep-alive=true")
	class WithKeepAlive {

		@Autowired
		private Listener netstringListener;

		@Test
		void doesNotWaitForAKeepAliveServerToClose() throws IOException {
			ServerAddress address = new ServerAddress("localhost", this.netstringListener.port());
			assertThat(new TransformClient(address).transform("cummingsify", "HERE IS MY POEM"))
				.isEqualTo("here is my poem");
		}

	}

}
