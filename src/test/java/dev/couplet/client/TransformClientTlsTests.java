package dev.couplet.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import javax.net.ssl.SSLContext;

import dev.couplet.CoupletTest;
import dev.couplet.TestCertificates;
import dev.couplet.TlsInitializer;
import dev.couplet.tcp.Listener;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TransformClient} over TLS, with the running server and with others.
 */
@CoupletTest
@ContextConfiguration(initializers = TlsInitializer.class)
@Timeout(60)
class TransformClientTlsTests {

	@Autowired
	private Listener netstringListener;

	@Test
	void transformsTextsOfAnySizeWithACertificateFromFiles() throws IOException {
		SSLContext context = PemFiles.context(TestCertificates.certificate("ca"),
				TestCertificates.certificate("client"), TestCertificates.key("client"));
		assertThat(client(context).transform("cummingsify", "HERE IS MY POEM")).isEqualTo("here is my poem");
		assertThat(client(context).transform("cummingsify", "X".repeat(1_000_000))).isEqualTo("x".repeat(1_000_000));
	}

	@Test
	void whatTheServerRefusesIsRefused() {
		TransformClient client = client(TestCertificates.client("client"));
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client.transform("nosuch", "text"));
		String text = "x".repeat(20_000_000);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client.transform("trim", text));
	}

	// Java shows no certificate of an authority that the server did not name
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			expired | certificate_unknown
			wrong   | certificate_required
			        | certificate_required
			""")
	void aCertificateThatTheServerDoesNotTakeIsSaidToBeTheReason(@Nullable String identity, String alert) {
		assertThatExceptionOfType(TlsException.class)
			.isThrownBy(() -> client(TestCertificates.client(identity)).transform("trim", "text"))
			.withMessage(address() + " cannot be spoken to over TLS: it refuses us, " + alert);
	}

	@Test
	void aServerOfAnUnknownAuthorityIsNotSpokenTo() throws IOException {
		SSLContext context = PemFiles.context(TestCertificates.certificate("other-ca"));
		assertThatExceptionOfType(TlsException.class).isThrownBy(() -> client(context).transform("trim", "text"))
			.withMessageEndingWith("its certificate is from no authority that is trusted here");
	}

	@Test
	void aServerThatSpeaksNoTlsIsNotSpokenTo() {
		try (FakeServer server = FakeServer.sending("HERE IS MY POEM")) {
			TransformClient client = new TransformClient(server.address()).withTls(TestCertificates.client(null));
			assertThatExceptionOfType(TlsException.class).isThrownBy(() -> client.transform("trim", "text"))
				.withMessageEndingWith("it does not speak it");
		}
	}

	@Test
	void aServerThatClosesWithinTheHandshakeIsNotSpokenTo() {
		try (FakeServer server = FakeServer.start((client) -> {
			client.getInputStream().readNBytes(10);
			FakeServer.reset(client);
		})) {
			TransformClient client = new TransformClient(server.address()).withTls(TestCertificates.client(null));
			assertThatExceptionOfType(TlsException.class).isThrownBy(() -> client.transform("trim", "text"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			elsewhere | its certificate is not for this host
			expired   | its certificate has expired
			""")
	void aServerWithACertificateOfAnotherHostOrTimeIsNotSpokenTo(String identity, String reason) {
		SSLContext context = TestCertificates.client(identity);
		try (FakeServer server = FakeServer.overTls(context)) {
			TransformClient client = new TransformClient(server.address()).withTls(context);
			assertThatExceptionOfType(TlsException.class).isThrownBy(() -> client.transform("trim", "text"))
				.withMessageEndingWith(reason);
		}
	}

	@Test
	void aServerThatIsSilentInTheHandshakeIsLate() {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(client, Duration.ofSeconds(30)))) {
			TransformClient client = new TransformClient(server.address()).withTls(TestCertificates.client(null))
				.withReplyTimeout(Duration.ofMillis(300));
			assertThatExceptionOfType(ServerTimeoutException.class).isThrownBy(() -> client.transform("trim", "text"));
		}
	}

	@Test
	void filesThatAreNotWhatTheyShouldBeAreNamedWithWhatIsWrong(@TempDir Path directory) throws IOException {
		Path certificate = TestCertificates.certificate("client");
		Path key = TestCertificates.key("client");
		Path rubbish = Files.writeString(directory.resolve("rubbish"), "rubbish");
		Path cut = Files.writeString(directory.resolve("cut"),
				"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
		Path missing = directory.resolve("missing");
		assertInvalid(() -> PemFiles.context(missing), missing + " cannot be read: there is no such file");
		assertInvalid(() -> PemFiles.context(rubbish), rubbish + " has no certificate in PEM");
		assertInvalid(() -> PemFiles.context(key), key + " has no certificate in PEM");
		assertInvalid(() -> PemFiles.context(null, certificate, rubbish), rubbish + " has no key in PKCS#8");
		assertInvalid(() -> PemFiles.context(null, certificate, cut), cut + " has a key that is not RSA, EC or EdDSA");
		assertInvalid(() -> PemFiles.context(null, certificate, missing), "there is no such file");
	}

	private static void assertInvalid(ThrowingCallable use, String message) {
		assertThatExceptionOfType(InvalidPemFileException.class).isThrownBy(use).withMessageContaining(message);
	}

	private TransformClient client(SSLContext context) {
		return new TransformClient(address()).withTls(context);
	}

	private ServerAddress address() {
		return new ServerAddress("localhost", this.netstringListener.port());
	}

}
