package dev.couplet.protocol.grpc;

import java.nio.charset.StandardCharsets;

import dev.couplet.CoupletTest;
import dev.couplet.GrpcClient;
import dev.couplet.Metrics;
import dev.couplet.SocketClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the PROXY protocol, and for the limit for each client behind a load balancer.
 */
@CoupletTest
@TestPropertySource(properties = { "couplet.tcp.proxy-protocol=required", "couplet.tcp.max-connections-per-address=1" })
class GrpcProxyProtocolIntegrationTests {

	// the preface of HTTP/2 and empty settings
	private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

	// the type of the frame in which the server sends its settings
	private static final byte SETTINGS = 4;

	@Autowired
	private ApplicationContext server;

	@LocalServerPort
	private int httpPort;

	@Test
	void theHeaderComesBeforeHttp2AndItsClientIsLimited() {
		try (SocketClient first = connect("192.0.2.1"); SocketClient other = connect("192.0.2.2")) {
			assertThat(frameType(first)).isEqualTo(SETTINGS);
			assertThat(frameType(other)).isEqualTo(SETTINGS);
			try (SocketClient second = connect("192.0.2.1")) {
				assertThat(second.readToEnd()).isEmpty();
			}
		}
		assertThat(new Metrics(this.httpPort)
			.value("couplet_connections_refused_total{limit=\"max-connections-per-address\",listener=\"grpc\"}"))
			.isEqualTo(1);
	}

	@Test
	void aConnectionWithoutTheHeaderIsClosedAndCounted() {
		Metrics metrics = new Metrics(this.httpPort);
		double before = metrics.failed("grpc", "malformed-request");
		try (SocketClient client = SocketClient.connect(GrpcClient.port(this.server))) {
			assertThat(client.send("XRI * HTTP/2.0\r\n\r\n").readToEnd()).isEmpty();
		}
		Awaitility.await().until(() -> metrics.failed("grpc", "malformed-request") == before + 1);
	}

	private SocketClient connect(String address) {
		SocketClient client = SocketClient.connect(GrpcClient.port(this.server));
		String header = "PROXY TCP4 " + address + " 192.0.2.9 40000 9090\r\n";
		return client.sendWhileOpen((header + PREFACE).getBytes(StandardCharsets.ISO_8859_1));
	}

	private static byte frameType(SocketClient client) {
		return client.read(4).getBytes(StandardCharsets.ISO_8859_1)[3];
	}

}
