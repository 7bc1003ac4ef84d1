package dev.couplet.endpoint;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.couplet.CoupletTest;
import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.integration.ip.tcp.inbound.TcpInboundGateway;
import org.springframework.test.json.JsonContent;
import org.springframework.test.json.JsonContentAssert;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the health of endpoints on the running server.
 */
@CoupletTest
class EndpointHealthIntegrationTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private Listener netstringListener;

	@Autowired
	private TcpInboundGateway netstringGateway;

	@LocalServerPort
	private int port;

	@Test
	void showsPortTlsAndOpenConnectionsOfAListener() throws Exception {
		try (SocketClient client = SocketClient.connect(this.netstringListener.port())) {
			client.send("27:cumm");
			Awaitility.await().until(() -> this.netstringListener.connections() == 1);
			HttpResponse<String> health = get("/actuator/health");
			assertThat(health.statusCode()).isEqualTo(200);
			JsonContentAssert body = assertThat(new JsonContent(health.body()));
			body.extractingPath("$.status").isEqualTo("UP");
			body.extractingPath("$.components.netstring.status").isEqualTo("UP");
			body.extractingPath("$.components.netstring.details.port").isEqualTo(this.netstringListener.port());
			body.extractingPath("$.components.netstring.details.tls").isEqualTo(false);
			body.extractingPath("$.components.netstring.details.connections").isEqualTo(1);
		}
	}

	@Test
	void showsPortAndOpenConnectionsOfHttp() throws Exception {
		JsonContentAssert body = assertThat(new JsonContent(get("/actuator/health").body()));
		body.extractingPath("$.components.http.status").isEqualTo("UP");
		body.extractingPath("$.components.http.details.port").isEqualTo(this.port);
		body.extractingPath("$.components.http.details.tls").isEqualTo(false);
		body.extractingPath("$.components.http.details.connections").asNumber().isNotEqualTo(0);
	}

	@Test
	void isDownWhileTheListenerIsStopped() throws Exception {
		this.netstringGateway.stop();
		try {
			HttpResponse<String> health = get("/actuator/health");
			assertThat(health.statusCode()).isEqualTo(503);
			assertThat(new JsonContent(health.body())).extractingPath("$.components.netstring.status")
				.isEqualTo("DOWN");
		}
		finally {
			this.netstringGateway.start();
		}
		assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(SocketClient.exchange(this.netstringListener.port(), "13:cummingsify.A,")).isEqualTo("1:a,");
	}

	@Test
	void livenessDoesNotDependOnAListener() throws Exception {
		this.netstringGateway.stop();
		try {
			assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		}
		finally {
			this.netstringGateway.start();
		}
	}

	@Test
	void metricsIncludeConnections() throws Exception {
		assertThat(get("/actuator/prometheus").body())
			.contains("couplet_connections{listener=\"netstring\"}", "couplet_connections{listener=\"http\"}")
			.contains("couplet_connections_refused_total{limit=\"max-connections\",listener=\"netstring\"}",
					"couplet_connections_refused_total{limit=\"max-connections-per-address\",listener=\"netstring\"}");
	}

	private HttpResponse<String> get(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
