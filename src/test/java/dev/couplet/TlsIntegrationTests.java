package dev.couplet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.couplet.tcp.Listener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for TLS on every protocol of the running server. All use one bundle with a trust
 * store, so clients need a certificate.
 */
@CoupletTest
@ContextConfiguration(initializers = TlsInitializer.class)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class TlsIntegrationTests {

	private static final String REQUEST = "27:cummingsify.HERE IS MY POEM,";

	private static final String REPLY = "15:here is my poem,";

	@Autowired
	private Listener netstringListener;

	@Autowired
	private Listener socketmapListener;

	@LocalServerPort
	private int httpPort;

	@Test
	void oneBundleServesAllProtocols() throws Exception {
		try (SocketClient netstring = SocketClient.connect(this.netstringListener.port(),
				TestCertificates.client("client"));
				SocketClient socketmap = SocketClient.connect(this.socketmapListener.port(),
						TestCertificates.client("client"))) {
			assertThat(netstring.send(REQUEST).readToEnd()).isEqualTo(REPLY);
			assertThat(socketmap.send("13:cummingsify A,").read(7)).isEqualTo("4:OK a,");
		}
		assertThat(overHttps("client")).isEqualTo("here is my poem");
	}

	@Test
	void httpsRequiresAClientCertificate() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> overHttps(null));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> overHttps("wrong"));
	}

	private String overHttps(@Nullable String identity) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newBuilder().sslContext(TestCertificates.client(identity)).build()) {
			URI uri = URI.create("https://localhost:" + this.httpPort + "/transforms/cummingsify");
			HttpRequest request = HttpRequest.newBuilder(uri)
				.POST(HttpRequest.BodyPublishers.ofString("HERE IS MY POEM"))
				.build();
			return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tls1_2", "tls1_3" })
	@EnabledIf("hasOpenssl")
	void opensslWithAValidCertificateIsServed(String protocol) throws Exception {
		assertThat(openssl("client", REQUEST, "-" + protocol)).contains(REPLY)
			.contains("Verify return code: 0 (ok)")
			// a close without close_notify
			.doesNotContain("unexpected eof");
	}

	@ParameterizedTest
	@CsvSource({ "wrong, tls1_2", "wrong, tls1_3", "expired, tls1_2", "expired, tls1_3", ", tls1_2", ", tls1_3" })
	@EnabledIf("hasOpenssl")
	void opensslWithAnInvalidOrNoCertificateGetsAnAlertAndIsNotServed(@Nullable String identity, String protocol,
			CapturedOutput output) throws Exception {
		assertThat(openssl(identity, REQUEST, "-" + protocol)).doesNotContain(REPLY)
			.containsPattern("alert (certificate|bad certificate|handshake|unknown)");
		assertThat(openssl("client", REQUEST, "-" + protocol)).contains(REPLY);
		assertThat(output.getAll()).doesNotContain("WARN").doesNotContain("ERROR");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-tls1", "-tls1_1" })
	@EnabledIf("hasOpenssl")
	void opensslWithAnOldTlsVersionIsNotServed(String protocol) throws Exception {
		assertThat(openssl("client", REQUEST, protocol, "-cipher", "DEFAULT@SECLEVEL=0")).doesNotContain(REPLY)
			.contains("alert protocol version");
	}

	@Test
	@EnabledIf("hasOpenssl")
	void opensslThatStartsARenegotiationIsNotServed() throws Exception {
		// s_client starts a renegotiation for a line of "R"
		assertThat(openssl("client", "R\n", "-tls1_2")).contains("RENEGOTIATING");
	}

	@Test
	@EnabledIf("hasOpenssl")
	void opensslThatUpdatesKeysIsServed() throws Exception {
		Process client = start("client", "-tls1_3");
		// s_client updates the keys of both sides for a line of "K"
		String greeting = send(client, "K\n").readUntil(client, "KEYUPDATE");
		assertThat(greeting).contains("KEYUPDATE");
		assertThat(send(client, REQUEST).readToEnd(client)).contains(REPLY);
	}

	private String openssl(@Nullable String identity, String input, String... more)
			throws IOException, InterruptedException {
		Process process = start(identity, more);
		return send(process, input).readToEnd(process);
	}

	private Process start(@Nullable String identity, String... more) throws IOException {
		List<String> command = new ArrayList<>(
				List.of("openssl", "s_client", "-connect", "127.0.0.1:" + this.netstringListener.port(), "-CAfile",
						TestCertificates.certificate("ca").toString(), "-verify_hostname", "localhost"));
		if (identity != null) {
			String certificate = TestCertificates.certificate(identity).toString();
			command.addAll(List.of("-cert", certificate, "-cert_chain", certificate, "-key",
					TestCertificates.key(identity).toString()));
		}
		command.addAll(List.of(more));
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	private TlsIntegrationTests send(Process process, String input) throws IOException {
		process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
		process.getOutputStream().flush();
		return this;
	}

	private String readUntil(Process process, String sign) throws IOException {
		StringBuilder output = new StringBuilder();
		int next = 0;
		while (next >= 0 && output.indexOf(sign) < 0) {
			next = process.getInputStream().read();
			output.append((char) next);
		}
		return output.toString();
	}

	private String readToEnd(Process process) throws IOException, InterruptedException {
		// standard input stays open: the server closes the connection
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		return output;
	}

	static boolean hasOpenssl() {
		return Files.isExecutable(Path.of("/usr/bin/openssl"));
	}

}
