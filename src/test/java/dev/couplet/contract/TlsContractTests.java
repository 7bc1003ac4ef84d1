package dev.couplet.contract;

import javax.net.ssl.SSLContext;

import dev.couplet.CoupletTest;
import dev.couplet.SocketClient;
import dev.couplet.TestCertificates;
import dev.couplet.TlsInitializer;
import org.junit.jupiter.api.Nested;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Binds the contract to the protocols over TLS, with client certificates.
 */
@CoupletTest
@ContextConfiguration(initializers = TlsInitializer.class)
@Import(ContractTransforms.class)
class TlsContractTests {

	private static final SSLContext client = TestCertificates.client("client");

	@Nested
	class OverNetstring extends NetstringContract {

		@Override
		SocketClient connect(int port) {
			return SocketClient.connect(port, client, "TLSv1.3");
		}

	}

	@Nested
	class OverSocketmap extends SocketmapContract {

		@Override
		SocketClient connect(int port) {
			return SocketClient.connect(port, client, "TLSv1.2");
		}

	}

}
