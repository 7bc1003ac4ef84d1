package dev.couplet.protocol.grpc;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import dev.couplet.CoupletTest;
import dev.couplet.GrpcClient;
import dev.couplet.Metrics;
import dev.couplet.TestCertificates;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoupletTest
// the server must not see its certificate being deleted, and log that during another test
@DirtiesContext
class GrpcTlsIntegrationTests {

	@TempDir
	private static Path directory;

	@Autowired
	private ApplicationContext server;

	@LocalServerPort
	private int httpPort;

	@DynamicPropertySource
	static void bundle(DynamicPropertyRegistry registry) {
		TestCertificates.copy("server", certificate(), key());
		String bundle = "spring.ssl.bundle.pem.couplet.";
		registry.add(bundle + "keystore.certificate", () -> certificate().toString());
		registry.add(bundle + "keystore.private-key", () -> key().toString());
		registry.add(bundle + "truststore.certificate", () -> TestCertificates.certificate("ca").toString());
		registry.add(bundle + "reload-on-update", () -> true);
		registry.add("spring.ssl.bundle.watch.file.quiet-period", () -> "200ms");
		registry.add("couplet.grpc.ssl-bundle", () -> "couplet");
	}

	private static Path certificate() {
		return directory.resolve("certificate.pem");
	}

	private static Path key() {
		return directory.resolve("key.pem");
	}

	@Test
	void aClientNeedsACertificateThatTheBundleTrusts() {
		assertThat(call(GrpcClient.tls("client"))).isEqualTo("a");
		Metrics metrics = new Metrics(this.httpPort);
		double failed = metrics.failed("grpc", "malformed-request");
		for (ChannelCredentials refused : new ChannelCredentials[] { GrpcClient.tls(null), GrpcClient.tls("wrong"),
				GrpcClient.tls("expired"), InsecureChannelCredentials.create() }) {
			assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(() -> call(refused))
				.satisfies((failure) -> assertThat(failure.getStatus().getCode()).isIn(Status.Code.UNAVAILABLE,
						Status.Code.INTERNAL));
		}
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(metrics.failed("grpc", "malformed-request")).as("%s", metrics.failed("grpc"))
						.isGreaterThanOrEqualTo(failed + 4));
		assertThat(call(GrpcClient.tls("client"))).isEqualTo("a");
	}

	@Test
	void aClientThatDoesNotOfferHttp2IsRefusedInTheHandshake() throws IOException {
		try (SSLSocket client = socket("http/1.1")) {
			assertThatExceptionOfType(SSLException.class).isThrownBy(client::startHandshake)
				.withMessageContaining("no_application_protocol");
		}
	}

	@Test
	void newConnectionsGetTheNewCertificateAndOldOnesContinue() throws IOException {
		try (GrpcClient old = GrpcClient.connect(this.server, GrpcClient.tls("client"))) {
			assertThat(call(old)).isEqualTo("a");
			assertThat(certificateOfServer()).isEqualTo("CN=server");
			TestCertificates.copy("renewed", certificate(), key());
			Awaitility.await().untilAsserted(() -> assertThat(certificateOfServer()).isEqualTo("CN=renewed"));
			assertThat(call(old)).isEqualTo("a");
		}
		assertThat(call(GrpcClient.tls("client"))).isEqualTo("a");
	}

	@Test
	void healthShowsThatThePortUsesTls() {
		assertThat(this.server.getBean(GrpcEndpoint.class).place()).endsWith(" with TLS");
	}

	private String certificateOfServer() throws IOException {
		try (SSLSocket client = socket("h2")) {
			client.startHandshake();
			return ((X509Certificate) client.getSession().getPeerCertificates()[0]).getSubjectX500Principal().getName();
		}
	}

	private SSLSocket socket(String applicationProtocol) throws IOException {
		SSLSocket client = (SSLSocket) TestCertificates.client("client")
			.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), GrpcClient.port(this.server));
		SSLParameters parameters = client.getSSLParameters();
		parameters.setApplicationProtocols(new String[] { applicationProtocol });
		client.setSSLParameters(parameters);
		return client;
	}

	private String call(ChannelCredentials credentials) {
		try (GrpcClient client = GrpcClient.connect(this.server, credentials)) {
			return call(client);
		}
	}

	private static String call(GrpcClient client) {
		return client.calls()
			.transform(TransformRequest.newBuilder().setRecipe("cummingsify").setText("A").build())
			.getText();
	}

}
