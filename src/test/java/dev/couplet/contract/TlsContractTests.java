package dev.couplet.contract;

import javax.net.ssl.SSLContext;

import dev.couplet.CoupletTest;
import dev.couplet.GrpcClient;
import dev.couplet.SocketClient;
import dev.couplet.TestCertificates;
import dev.couplet.TlsInitializer;
import io.grpc.ChannelCredentials;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Tests the protocols over TLS with client certificates against the contract.
 */
@CoupletTest
@ContextConfiguration(initializers = TlsInitializer.class)
// so that the metrics can be read without TLS
@TestPropertySource(properties = "server.ssl.enabled=false")
@Import(ContractTransforms.class)
@Tag("slow")
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

	@Nested
	class OverGrpc extends GrpcContract.Unary {

		@Override
		ChannelCredentials credentials() {
			return GrpcClient.tls("client");
		}

	}

}
