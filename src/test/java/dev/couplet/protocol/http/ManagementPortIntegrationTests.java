package dev.couplet.protocol.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a separate management port.
 */
@HttpServerTest
@TestPropertySource(properties = "management.server.port=0")
class ManagementPortIntegrationTests {

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Test
	void theManagementIsAvailableOnlyOnItsPort() throws Exception {
		assertThat(new TestClient(this.managementPort).get("/actuator/health").status()).isEqualTo(200);
		assertThat(new TestClient(this.port).get("/actuator/health").status()).isEqualTo(404);
		assertThat(new TestClient(this.managementPort).get("/transforms").status()).isEqualTo(404);
	}

	@Test
	void isASeparateEndpoint() throws Exception {
		assertThat(new TestClient(this.managementPort).get("/actuator/health").body())
			.contains("\"management\":{\"details\":{\"port\":" + this.managementPort + ",")
			.contains("\"http\":{\"details\":{\"port\":" + this.port + ",");
	}

	@Test
	void responsesHaveTheSameHeaders() throws Exception {
		assertThat(new TestClient(this.managementPort).get("/actuator/health")).hasSafeHeaders()
			.hasHeader("X-Frame-Options", "DENY");
	}

	@Test
	void aMalformedRequestIsAProblemToo() throws Exception {
		assertThat(new RawClient(this.managementPort).send("GET /%zz HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n\r\n"))
			.isPlainProblem(400, "Bad Request", "the request is malformed or its headers are too large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "health/nosuch", "sbom/nosuch", "nosuch" })
	void anUnknownPathIsAProblemToo(String path) throws Exception {
		assertThat(new TestClient(this.managementPort).get("/actuator/" + path)).isPlainProblem(404, "Not Found",
				"there is no resource at this path");
	}

	@Test
	void anUnknownPathGetsNoErrorPage() throws Exception {
		assertThat(new TestClient(this.managementPort).get("/nosuch?trace=true", "Accept", "text/html").body())
			.doesNotContain("<html", "trace\"", "Exception");
	}

}
