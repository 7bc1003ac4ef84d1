package dev.couplet.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

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
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TransformClient} over TLS, with the running server and with fake ones.
 */
@CoupletTest
@ContextConfiguration(initializers = TlsInitializer.class)
@Timeout(60)
class TransformClientTlsTests {

	@Autowired
	private Listener netstringListener;

	@Test
	void transformsTextsOfAnySizeWithAClientCertificate() throws IOException {
		SSLContext context = PemFiles.context(TestCertificates.certificate("ca"),
				TestCertificates.certificate("client"), TestCertificates.key("client"));
		assertThat(client(context).transform("cummingsify", "HERE IS MY POEM")).isEqualTo("here is my poem");
		assertThat(client(context).transform("cummingsify", "X".repeat(1_000_000))).isEqualTo("x".repeat(1_000_000));
	}

	@Test
	void refusedRecipeIsReportedAsRefused() {
		TransformClient client = client(TestCertificates.client("client"));
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client.transform("nosuch", "text"));
		String text = "x".repeat(20_000_000);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> client.transform("trim", text));
	}

	// Java sends no certificate of an authority that the server does not accept
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			expired | certificate_unknown
			wrong   | certificate_required
			        | certificate_required
			""")
	void rejectedClientCertificateIsReportedAsTheReason(@Nullable String identity, String alert) {
		assertThatExceptionOfType(TlsException.class)
			.isThrownBy(() -> client(TestCertificates.client(identity)).transform("trim", "text"))
			.withMessage(address() + " cannot be reached over TLS: it rejected the connection: " + alert);
	}

	@Test
	void serverWithAnUntrustedCertificateIsRejected() throws IOException {
		SSLContext context = PemFiles.context(TestCertificates.certificate("other-ca"));
		assertThatExceptionOfType(TlsException.class).isThrownBy(() -> client(context).transform("trim", "text"))
			.withMessageEndingWith("its certificate is not signed by a trusted authority");
	}

	@Test
	void serverWithoutTlsIsRejected() {
		try (FakeServer server = FakeServer.sending("HERE IS MY POEM")) {
			TransformClient client = new TransformClient(server.address()).withTls(TestCertificates.client(null));
			assertThatExceptionOfType(TlsException.class).isThrownBy(() -> client.transform("trim", "text"))
				.withMessageEndingWith("it does not use TLS");
		}
	}

	@Test
	void closeDuringTheHandshakeIsAnError() {
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
			elsewhere | its certificate does not match the host
			expired   | its certificate has expired
			""")
	void serverWithACertificateForAnotherHostOrTimeIsRejected(String identity, String reason) {
		SSLContext context = TestCertificates.client(identity);
		try (FakeServer server = FakeServer.overTls(context)) {
			TransformClient client = new TransformClient(server.address()).withTls(context);
			assertThatExceptionOfType(TlsException.class).isThrownBy(() -> client.transform("trim", "text"))
				.withMessageEndingWith(reason);
		}
	}

	@Test
	void serverThatStopsSendingInTheHandshakeTimesOut() {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(client, Duration.ofSeconds(30)))) {
			TransformClient client = new TransformClient(server.address()).withTls(TestCertificates.client(null))
				.withReplyTimeout(Duration.ofMillis(300));
			assertThatExceptionOfType(ServerTimeoutException.class).isThrownBy(() -> client.transform("trim", "text"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "netstring", "https" })
	void serverThatStopsReadingTimesOut(String scheme) {
		CountDownLatch end = new CountDownLatch(1);
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.acceptTls(client, TestCertificates.client("server"));
			FakeServer.await(end);
		})) {
			TransformClient client = new TransformClient(ServerUri.parse(scheme + "://" + server.address()))
				.withTls(TestCertificates.client(null))
				.withReplyTimeout(Duration.ofSeconds(1));
			byte[] value = new byte[32_000_000];
			assertThatExceptionOfType(ServerTimeoutException.class).isThrownBy(() -> client.transform("trim", value));
		}
		end.countDown();
	}

	@Test
	void invalidFilesAreReportedWithTheReason(@TempDir Path directory) throws IOException {
		Path certificate = TestCertificates.certificate("client");
		Path key = TestCertificates.key("client");
		Path invalid = Files.writeString(directory.resolve("invalid"), "invalid");
		Path invalidKey = Files.writeString(directory.resolve("invalidKey"),
				"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
		Path missing = directory.resolve("missing");
		assertInvalid(() -> PemFiles.context(missing), missing + " cannot be read: no such file");
		assertInvalid(() -> PemFiles.context(invalid), invalid + " contains no PEM certificate");
		assertInvalid(() -> PemFiles.context(key), key + " contains no PEM certificate");
		assertInvalid(() -> PemFiles.context(null, certificate, invalid),
				invalid + " contains no unencrypted PKCS#8 key");
		assertInvalid(() -> PemFiles.context(null, certificate, invalidKey),
				invalidKey + " contains a key that is not RSA, EC or EdDSA");
		assertInvalid(() -> PemFiles.context(null, certificate, missing), "no such file");
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
