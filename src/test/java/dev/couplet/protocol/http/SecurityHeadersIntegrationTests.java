package dev.couplet.protocol.http;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecurityHeaders}.
 */
@HttpServerTest
class SecurityHeadersIntegrationTests {

	private static final String HTML = "<script>alert(1)</script>";

	@LocalServerPort
	private int port;

	private TestClient client;

	@BeforeEach
	void connect() {
		this.client = new TestClient(this.port);
	}

	@ParameterizedTest
	@CsvSource({ "/transforms, 200", "/poems, 200", "/poems/low-tide, 200", "/actuator/health, 200", "/livez, 200",
			"/actuator, 200", "/actuator/prometheus, 200", "/actuator/sbom, 200", "/, 200", "/playground/main.js, 200",
			"/playground/style.css, 200", "/nothing, 404", "/transforms/nosuch, 404", "/broken, 500",
			"/broken-badly, 500", "/broken-filter, 500" })
	void responsesThatABrowserCanOpenHaveSecurityHeaders(String path, int status) throws Exception {
		Answer answer = this.client.get(path, "Accept", "text/html,*/*;q=0.8");
		assertThat(answer.status()).isEqualTo(status);
		assertHasSecurityHeaders(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
			"GET / HTTP/9.9\r\nHost: x\r\n\r\n", "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
			"27:cummingsify.HERE IS MY POEM,\r\n\r\n" })
	void responsesToMalformedRequestsHaveSecurityHeaders(String request) throws Exception {
		assertHasSecurityHeaders(new RawClient(this.port).send(request));
	}

	@Test
	void htmlInAResultIsPlainText() throws Exception {
		assertThat(this.client.post("/transforms/times=1", HTML, "Content-Type", "text/html", "Accept",
				"text/html, */*;q=0.1"))
			.isText(HTML);
	}

	private static void assertHasSecurityHeaders(Answer answer) {
		assertThat(answer).hasSafeHeaders()
			.hasHeader("Content-Security-Policy",
					"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
							+ "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
			.hasHeader("X-Frame-Options", "DENY")
			.hasHeader("Referrer-Policy", "no-referrer")
			.hasHeader("Cross-Origin-Opener-Policy", "same-origin")
			.hasHeader("Cross-Origin-Embedder-Policy", "require-corp")
			.hasHeader("Cross-Origin-Resource-Policy", "same-origin");
	}

}
