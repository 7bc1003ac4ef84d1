package dev.couplet;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLSocket;

import dev.couplet.tcp.Listener;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the replacement of certificates while the server is running.
 */
@CoupletTest
// the server must not see its certificate being deleted, and log that during another test
@DirtiesContext
@Timeout(60)
@Tag("slow")
class TlsReloadIntegrationTests {

	@TempDir
	private static Path directory;

	@Autowired
	private Listener netstringListener;

	@Autowired
	private Listener socketmapListener;

	@DynamicPropertySource
	static void bundle(DynamicPropertyRegistry registry) {
		TestCertificates.copy("server", certificate(), key());
		String bundle = "spring.ssl.bundle.pem.couplet.";
		registry.add(bundle + "keystore.certificate", () -> certificate().toString());
		registry.add(bundle + "keystore.private-key", () -> key().toString());
		registry.add(bundle + "reload-on-update", () -> true);
		registry.add("spring.ssl.bundle.watch.file.quiet-period", () -> "200ms");
		registry.add("couplet.netstring.ssl-bundle", () -> "couplet");
		registry.add("couplet.socketmap.ssl-bundle", () -> "couplet");
	}

	private static Path certificate() {
		return directory.resolve("certificate.pem");
	}

	private static Path key() {
		return directory.resolve("key.pem");
	}

	@Test
	void newConnectionsGetTheNewCertificateAndOldOnesContinue() throws IOException {
		try (SocketClient old = SocketClient.connect(this.socketmapListener.port(), TestCertificates.client(null))) {
			assertThat(old.send("13:cummingsify A,").read(7)).isEqualTo("4:OK a,");
			assertThat(certificateOf(this.netstringListener)).isEqualTo("CN=server");
			TestCertificates.copy("renewed", certificate(), key());
			Awaitility.await()
				.untilAsserted(() -> assertThat(certificateOf(this.netstringListener)).isEqualTo("CN=renewed"));
			Awaitility.await()
				.untilAsserted(() -> assertThat(certificateOf(this.socketmapListener)).isEqualTo("CN=renewed"));
			assertThat(old.send("13:cummingsify B,").read(7)).isEqualTo("4:OK b,");
		}
	}

	private static String certificateOf(Listener listener) throws IOException {
		try (SSLSocket client = (SSLSocket) TestCertificates.client(null)
			.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), listener.port())) {
			client.startHandshake();
			return ((X509Certificate) client.getSession().getPeerCertificates()[0]).getSubjectX500Principal().getName();
		}
	}

}
