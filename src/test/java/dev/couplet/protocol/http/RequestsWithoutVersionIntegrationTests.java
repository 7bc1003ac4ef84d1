package dev.couplet.protocol.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code ProblemValve}: HTTP/0.9, whose answers have no head. Tomcat 11.0.22
 * may answer what is malformed like the request before it on the same processor, so this
 * server is not one for other tests.
 */
@HttpServerTest
@DirtiesContext
class RequestsWithoutVersionIntegrationTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "GET /nothing\r\n", "GET /transforms/nosuch\r\n" })
	void theAnswerIsABareProblem(String request) throws Exception {
		assertThat(new RawClient(this.port).sendAndReadAll(request)).startsWith("{\"type\":\"")
			.contains("\"status\":404")
			.endsWith("}");
	}

}
