package dev.couplet.protocol.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code ProblemValve} with HTTP/0.9, whose responses have no headers. Tomcat
 * 11.0.22 may treat a later malformed request on the same processor as HTTP/0.9 too, so
 * other tests must not use this server.
 */
@HttpServerTest
@DirtiesContext
class RequestsWithoutVersionIntegrationTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "GET /nothing\r\n", "GET /transforms/nosuch\r\n" })
	void respondsWithAProblemWithoutHeaders(String request) throws Exception {
		assertThat(new RawClient(this.port).sendAndReadAll(request)).startsWith("{\"type\":\"")
			.contains("\"status\":404")
			.endsWith("}");
	}

}
