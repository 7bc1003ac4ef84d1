package dev.couplet.protocol.http;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code HostValve} with the default hosts of a server that is bound to a
 * loopback address.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "couplet.netstring.port=0", "couplet.socketmap.port=0",
				"couplet.grpc.port=0", "couplet.poetry.servers[0].port=0" })
class HostIntegrationTests {

	private static final String REFUSAL = "the server does not accept requests for this host; "
			+ "couplet.http.hosts sets the hosts that it accepts";

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LocalHost", "127.0.0.1", "[::1]", "localhost:80", "127.0.0.1:1" })
	void acceptsTheNamesOfTheLoopbackAddress(String host) throws Exception {
		assertThat(get(this.port, "/poems", host).status()).isEqualTo(200);
		assertThat(get(this.managementPort, "/actuator", host).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "localhost.evil.example", "evil.example:8080", "127.0.0.2", "[::2]" })
	void refusesOtherHosts(String host) throws Exception {
		for (String path : List.of("/", "/poems", "/transforms", "/nosuch", "/v3/api-docs")) {
			assertThat(get(this.port, path, host)).isPlainProblem(421, "Misdirected Request", REFUSAL);
		}
		for (String path : List.of("/actuator", "/actuator/health", "/livez")) {
			assertThat(get(this.managementPort, path, host)).isPlainProblem(421, "Misdirected Request", REFUSAL);
		}
	}

	@Test
	void refusesAnotherHostInTheRequestLine() throws Exception {
		assertThat(new RawClient(this.port).send("GET http://evil.example/poems HTTP/1.1\r\nHost: evil.example\r\n\r\n")
			.status()).isEqualTo(421);
	}

	@Test
	void acceptsARequestWithoutAHost() throws Exception {
		assertThat(new RawClient(this.port).send("GET /poems HTTP/1.0\r\n\r\n").status()).isEqualTo(200);
	}

	static Answer get(int port, String path, String host) throws IOException {
		return new RawClient(port).send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
	}

}
