package dev.couplet.protocol.http;

import java.io.IOException;
import java.nio.file.Path;

import dev.couplet.SocketClient;
import dev.couplet.endpoint.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code TokenValve}.
 */
@HttpServerTest
// the server must not see its file being deleted, and log that during another test
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class TokenIntegrationTests {

	private static final String REFUSAL = "the server requires a header Authorization: Bearer TOKEN "
			+ "with a token that it knows";

	private static final String VALID = "Bearer " + TestTokens.TOKEN;

	@TempDir
	private static Path directory;

	@SuppressWarnings("NullAway.Init") // set before the server starts
	private static TestTokens tokens;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void tokens(DynamicPropertyRegistry registry) {
		tokens = TestTokens.create(directory, registry);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/playground.html", "/playground/main.js", "/transforms", "/transforms/trim",
			"/recipes", "/limits", "/poems", "/poems/low-tide", "/v3/api-docs", "/actuator", "/actuator/info",
			"/actuator/prometheus", "/actuator/sbom/application", "/mcp", "/nosuch", "/livez/more", "/Livez",
			"/actuator/healthy", "/actuator/health.json" })
	void refusesARequestWithoutAToken(String path) throws Exception {
		assertRefused(get(path, ""));
		assertThat(get(path, VALID).status()).isNotEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz", "/actuator/health", "/actuator/health/liveness",
			"/actuator/health/readiness", "/actuator/health/endpoints/http", "/actuator/health?a=b" })
	void theHealthNeedsNoToken(String path) throws Exception {
		assertThat(get(path, "").status()).isEqualTo(get(path, VALID).status()).isNotEqualTo(401);
		assertThat(get("/livez", "Bearer wrong").status()).isEqualTo(200);
	}

	/**
	 * For Tomcat, or for Spring, some of these paths are those of the health.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health/../prometheus", "/actuator/health/..;/prometheus",
			"/actuator/health/%2e%2e/prometheus", "/actuator/health/..%2Fprometheus", "/livez/../transforms",
			"/livez;/../transforms", "/livez;a=b", "//livez", "/livez/", "/./livez", "/liv%65z", "/transforms/../livez",
			"/transforms/replace=a:b/../../actuator/health", "/actuator/health/", "/actuator/health/%0aa" })
	void aPathThatOnlyLeadsToTheHealthInTheEndNeedsAToken(String path) throws Exception {
		assertRefused(get(path, ""));
		assertRefused(send("POST " + path + " HTTP/1.1\r\nContent-Length: 1\r\n", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer ", "bearer ", "BEARER ", "Bearer   " })
	void theSchemeIsCaseInsensitiveAndSpacesMayFollowIt(String scheme) throws Exception {
		assertThat(get("/poems", scheme + TestTokens.TOKEN).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer wrong", "Bearer", "Bearer ", "Bearer" + TestTokens.TOKEN, TestTokens.TOKEN,
			"Basic " + TestTokens.TOKEN, "Bearer\t" + TestTokens.TOKEN, VALID + "x", VALID + " x", "Bearer x " + VALID,
			VALID + "," + VALID, "Bearer the-rose.1/2_3~4+moon==", "Bearer The-rose.1/2_3~4+moon=", "Bearer \u00e9",
			"Bearer laptop" })
	void refusesAnythingElse(String header, CapturedOutput output) throws Exception {
		int before = output.length();
		assertRefused(get("/poems", header));
		assertThat(output.subSequence(before, output.length())).isEmpty();
	}

	@Test
	void refusesTwoHeaders() throws Exception {
		assertRefused(get("/poems", VALID + "\r\nAuthorization: " + VALID));
		assertRefused(get("/poems", VALID + "\r\nauthorization: Basic eDp5"));
	}

	@Test
	void aTokenHasAtMost512Characters() throws Exception {
		tokens.write(TestTokens.line("laptop", TestTokens.TOKEN) + TestTokens.line("long", "x".repeat(512))
				+ TestTokens.line("longer", "x".repeat(513)));
		awaitStatus(200, "Bearer " + "x".repeat(512));
		assertRefused(get("/poems", "Bearer " + "x".repeat(513)));
		assertRefused(get("/poems", "Bearer " + " ".repeat(10_000)));
		assertRefused(get("/poems", "Bearer " + "x".repeat(10_000)));
	}

	@Test
	void refusesBeforeTheBodyIsSent() throws Exception {
		try (SocketClient client = SocketClient.connect(this.port)) {
			client.send("""
					POST /transforms/trim HTTP/1.1\r
					Host: localhost\r
					Content-Length: 2000\r
					Expect: 100-continue\r
					\r
					""");
			assertThat(client.read(12)).isEqualTo("HTTP/1.1 401");
		}
	}

	@Test
	void aRequestWithATokenIsServed() throws Exception {
		assertThat(new TestClient(this.port).post("/transforms/trim", " poem ", "Authorization", VALID)).isText("poem");
	}

	@Test
	void theRefusalOfEveryOperationIsDescribed() throws Exception {
		ApiDocument document = new ApiDocument(get("/v3/api-docs", VALID).body());
		assertThat(document.root().at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
		assertThat(document.root().get("security").toString()).isEqualTo("[{},{\"token\":[]}]");
		for (ApiDocument.ApiOperation operation : document.operations()) {
			document.assertDescribes(operation, send(operation.method() + " /transforms/x HTTP/1.1\r\n", ""));
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET /%zz, 400", "GET /a#b, 400", "TRACE /, 405" })
	void aMalformedRequestIsAnsweredAsSuch(String line, int status) throws Exception {
		assertThat(send(line + " HTTP/1.1\r\n", "").status()).isEqualTo(status);
	}

	@Test
	void countsRequestsByClientAndThoseThatItRefuses() throws Exception {
		double authenticated = metric("couplet_requests_authenticated_total{client=\"laptop\"}");
		double refused = metric("couplet_requests_failed_total{listener=\"http\",reason=\"unauthenticated\"}");
		get("/poems", VALID);
		get("/nosuch", VALID);
		get("/poems", "Bearer wrong");
		get("/livez", "");
		assertThat(metric("couplet_requests_failed_total{listener=\"http\",reason=\"unauthenticated\"}"))
			.isEqualTo(refused + 1);
		// with the three that read metrics
		assertThat(metric("couplet_requests_authenticated_total{client=\"laptop\"}")).isEqualTo(authenticated + 2 + 3);
	}

	@Test
	void aNewVersionOfTheFileIsUsed(CapturedOutput output) throws Exception {
		tokens.write(TestTokens.line("phone", "of-the-phone"));
		awaitStatus(200, "Bearer of-the-phone");
		assertRefused(get("/poems", VALID));
		assertThat(output).contains("The file of couplet.http.tokens has changed. Tokens in use: 1")
			.doesNotContain("of-the-phone", TestTokens.TOKEN);
		tokens.write(TestTokens.line("laptop", TestTokens.TOKEN));
		awaitStatus(200, VALID);
		assertRefused(get("/poems", "Bearer of-the-phone"));
	}

	@Test
	void aNewVersionThatIsInvalidIsNotUsed(CapturedOutput output) throws Exception {
		String refusal = "The previous tokens stay in use: Line 2 must be a name of lower-case letters";
		tokens.write(TestTokens.line("phone", "of-the-phone") + "tablet " + TestTokens.TOKEN);
		Awaitility.await().until(() -> output.getAll().contains(refusal));
		assertThat(get("/poems", VALID).status()).isEqualTo(200);
		assertRefused(get("/poems", "Bearer of-the-phone"));
		tokens.write("");
		Awaitility.await().until(() -> output.getAll().contains("The file has no tokens"));
		assertThat(get("/poems", VALID).status()).isEqualTo(200);
		assertThat(output.getAll()).containsOnlyOnce(refusal)
			.containsOnlyOnce("The file has no tokens")
			.doesNotContain("tablet", TestTokens.TOKEN);
		tokens.write(TestTokens.line("phone", "of-the-phone") + TestTokens.line("laptop", TestTokens.TOKEN));
		awaitStatus(200, "Bearer of-the-phone");
	}

	private void awaitStatus(int status, String header) {
		Awaitility.await().until(() -> get("/poems", header).status() == status);
	}

	private double metric(String series) throws Exception {
		return get("/actuator/prometheus", VALID).body()
			.lines()
			.filter((line) -> line.startsWith(series + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(series.length())))
			.sum();
	}

	private Answer get(String path, String header) throws IOException {
		return get(this.port, path, header);
	}

	static Answer get(int port, String path, String header) throws IOException {
		return send(port, "GET " + path + " HTTP/1.1\r\n", header);
	}

	private Answer send(String head, String header) throws IOException {
		return send(this.port, head, header);
	}

	private static Answer send(int port, String head, String header) throws IOException {
		return new RawClient(port).send(
				head + "Host: localhost\r\n" + (header.isEmpty() ? "" : "Authorization: " + header + "\r\n") + "\r\nx");
	}

	static void assertRefused(Answer answer) {
		assertThat(answer).isPlainProblem(401, "Unauthorized", REFUSAL).hasHeader("WWW-Authenticate", "Bearer");
	}

}
