package dev.couplet.protocol.http;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code ProblemValve} with malformed requests, over a plain socket.
 */
@HttpServerTest
@ExtendWith(OutputCaptureExtension.class)
class ContainerErrorsIntegrationTests {

	private static final String MALFORMED = "the request is malformed or its headers are too large";

	private static final String UNKNOWN = "the request uses an HTTP feature that is not supported";

	@LocalServerPort
	private int port;

	private RawClient client;

	@BeforeEach
	void connect() {
		this.client = new RawClient(this.port);
	}

	static Stream<String> malformedRequests() {
		String end = " HTTP/1.1\r\nHost: x\r\n\r\n";
		String post = "POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\n";
		return Stream.of("GET /a#b" + end, "GET /%zz" + end, "GET /%00" + end, "GET /\u00e4" + end, "GET /.." + end,
				"GET /a b" + end, "GET *" + end, "GET /" + "a".repeat(20_000) + end, "G\u00e4T /" + end,
				"GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
				"GET / HTTP/1.1\r\nHost: <>\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n",
				"GET / HTTP/1.1\r\nHost: x\r\n: c\r\n\r\n",
				"GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(20_000) + "\r\n\r\n",
				"GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(200) + "\r\n", post + "Content-Length: abc\r\n\r\n",
				post + "Content-Length: -1\r\n\r\n", post + "Content-Length: 99999999999999999999\r\n\r\n",
				post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
				post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "\u0016\u0003\u0001\u0002\r\n\r\n", "\u0000\r\n",
				"27:cummingsify.HERE IS MY POEM,\r\n\r\n", "\r\n\r\n27:cummingsify.HERE IS MY POEM,\r\n\r\n");
	}

	@ParameterizedTest
	@MethodSource("malformedRequests")
	void aMalformedRequestIsAProblem(String request, CapturedOutput output) throws Exception {
		int before = output.length();
		assertThat(this.client.send(request)).isPlainProblem(400, "Bad Request", MALFORMED);
		assertThat(output.subSequence(before, output.length())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/livez", "/nosuch", "/playground/", "/poems", "/poems/low-tide", "/transforms",
			"/transforms/cummingsify", "/v3/api-docs", "/actuator", "/actuator/health", "/actuator/info",
			"/actuator/prometheus", "/actuator/sbom/application" })
	void aMalformedQueryIsAProblem(String path, CapturedOutput output) throws Exception {
		int before = output.length();
		for (String query : List.of("a=%SECRET", "SECRET%", "recipe=%2", "%FF=SECRET")) {
			assertThat(this.client.send("GET " + path + "?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n"))
				.isPlainProblem(400, "Bad Request", MALFORMED);
		}
		assertThat(output.subSequence(before, output.length())).isEmpty();
	}

	@Test
	void aQueryWithTooManyParametersIsAProblem(CapturedOutput output) throws Exception {
		int before = output.length();
		assertThat(this.client.send("GET /livez?" + "a&".repeat(2000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
			.isPlainProblem(400, "Bad Request", MALFORMED);
		assertThat(output.subSequence(before, output.length())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/playground/X%5c..%5c:SECRET", "/..%2f..%2fSECRET", "/playground/WEB-INF/SECRET",
			"/playground/file:SECRET" })
	void aSuspiciousPathIsNotFoundAndNotLogged(String path, CapturedOutput output) throws Exception {
		int before = output.length();
		assertThat(this.client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").status()).isEqualTo(404);
		assertThat(output.subSequence(before, output.length()).toString()).doesNotContain("SECRET");
	}

	@Test
	void aMalformedCookieIsIgnoredAndNotLogged(CapturedOutput output) throws Exception {
		int before = output.length();
		assertThat(this.client.send("GET /livez HTTP/1.1\r\nHost: x\r\nCookie: a=b; SECRET=b\"c; =d\r\n\r\n").status())
			.isEqualTo(200);
		assertThat(output.subSequence(before, output.length()).toString()).doesNotContain("SECRET");
	}

	@Test
	void aBrowserGetsAProblemToo() throws Exception {
		assertThat(this.client.send("GET /%zz HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nAccept-Language: de\r\n\r\n"))
			.isPlainProblem(400, "Bad Request", MALFORMED);
	}

	@Test
	void anUnknownVersionIsAProblem() throws Exception {
		assertThat(this.client.send("GET / HTTP/9.9\r\nHost: x\r\n\r\n")).isPlainProblem(505,
				"HTTP Version not supported", UNKNOWN);
	}

	@Test
	void aConnectRequestIsAProblem() throws Exception {
		assertThat(this.client.send("CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n")).isPlainProblem(501, "Not Implemented",
				UNKNOWN);
	}

	@Test
	void anUnknownTransferCodingIsAProblem() throws Exception {
		assertThat(this.client.send(
				"POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\nContent-Length: 0\r\n\r\n"))
			.isPlainProblem(501, "Not Implemented", UNKNOWN);
	}

	@Test
	void traceIsNotAllowedAndEchoesNothing() throws Exception {
		assertThat(this.client.send("TRACE /transforms HTTP/1.1\r\nHost: x\r\nCookie: secret\r\n\r\n"))
			.isPlainProblem(405, "Method Not Allowed", "the method is not allowed for this path");
	}

	@Test
	void anUnknownMethodIsNotAllowedAndNotLogged(CapturedOutput output) throws Exception {
		assertThat(this.client.send("FOO /transforms HTTP/1.1\r\nHost: x\r\n\r\n")).isPlainProblem(405,
				"Method Not Allowed", "the method is not allowed for this path");
		assertThat(output).doesNotContain("FOO");
	}

	@ParameterizedTest
	@CsvSource({ "POST, /nosuch, 404", "POST, /poems, 405", "POST, /actuator/health, 405", "GET, /transforms, 200" })
	void doesNotWaitForABodyThatIsNotRead(String method, String path, int status) throws Exception {
		assertThat(this.client.send(method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n")
			.status()).isEqualTo(status);
	}

	@Test
	void aPathOfTenThousandCharactersIsNotFound() throws Exception {
		assertThat(this.client.send("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")).isPlainProblem(404,
				"Not Found", "there is no resource at this path");
	}

	@Test
	void servesTheNextRequestAfterARefusedOne() throws Exception {
		String both = "POST /transforms/refusing HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nA"
				+ "POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nConnection: close\r\n\r\nA";
		assertThat(this.client.sendAndReadAll(both)).startsWith("HTTP/1.1 422").endsWith("\r\n\r\na");
	}

}
