package dev.couplet.client;

import java.io.IOException;

import dev.couplet.CoupletTest;
import dev.couplet.tcp.Listener;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TransformClient} with the running server.
 */
@CoupletTest
class TransformClientIntegrationTests {

	@Autowired
	private Listener netstringListener;

	@Test
	void transformsTextsOfAnyContentAndSize() throws IOException {
		assertThat(client().transform("cummingsify", "HERE IS MY POEM")).isEqualTo("here is my poem");
		assertThat(client().transform("trim,upper-case", "  größe 𝄞. ")).isEqualTo("GRÖSSE 𝄞.");
		assertThat(client().transform("trim", "")).isEmpty();
		assertThat(client().transform("cummingsify", "X".repeat(1_000_000))).isEqualTo("x".repeat(1_000_000));
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
