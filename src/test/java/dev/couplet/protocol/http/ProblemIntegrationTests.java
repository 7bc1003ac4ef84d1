package dev.couplet.protocol.http;

import dev.couplet.transform.TransformService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProblemAdvice} and {@link TransformProblems} with all errors.
 */
@HttpServerTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemIntegrationTests {

	private static final String SECRET = "rosebud";

	@LocalServerPort
	private int port;

	@Autowired
	private TransformService service;

	private TestClient client;

	@BeforeEach
	void connect() {
		this.client = new TestClient(this.port);
	}

	@Test
	void anUnknownTransformIsNotFound() throws Exception {
		assertThat(this.client.post("/transforms/cummingsify,tims=3", SECRET))
			.hasTypeAndBody(404, "application/problem+json", """
					{"type":"urn:couplet:problem:unknown-transform","title":"Unknown transform","status":404,\
					"detail":"step 2: there is no transform 'tims'; perhaps times was meant","nearNames":["times"]}""");
	}

	@Test
	void aMalformedRecipeIsABadRequest() throws Exception {
		assertThat(this.client.post("/transforms/Times", SECRET)).isProblem(400, "malformed-recipe", "Malformed recipe",
				"step 1 of the recipe has a malformed name at character 1; perhaps times was meant");
	}

	@Test
	void aBadArgumentIsABadRequest() throws Exception {
		assertThat(this.client.post("/transforms/times=1001", SECRET)).isProblem(400, "bad-argument", "Bad argument",
				"step 1, times: 'times' must be a whole number from 0 to 1000");
	}

	@Test
	void aMissingArgumentIsABadRequest() throws Exception {
		assertThat(this.client.post("/transforms/quote", SECRET)).isProblem(400, "bad-argument", "Bad argument",
				"step 1, quote: requires the argument 'mark', a text of 0 to 100 characters, as in quote=%3A");
	}

	@Test
	void aRefusedTextIsUnprocessable() throws Exception {
		assertThat(this.client.post("/transforms/refusing", SECRET)).isProblem(422, "value-refused", "Value refused",
				"step 1, refusing: the text is not empty");
	}

	@Test
	void aFailureIsLoggedOnceWithItsClassesAndFramesAndWithoutTheText(CapturedOutput output) throws Exception {
		assertThat(this.client.post("/transforms/failing", SECRET)).isProblem(500, "transform-failed",
				"Transform failed", "the transform 'failing' failed");
		assertThat(output).containsOnlyOnce("ERROR")
			.containsOnlyOnce("The transform 'failing' failed")
			.containsOnlyOnce("java.lang.IllegalStateException")
			.containsOnlyOnce("Caused by: dev.couplet.transform.LoggableFailure: java.lang.IllegalArgumentException")
			.contains("at dev.couplet.protocol.http.TestTransforms.")
			.doesNotContain(SECRET);
	}

	@Test
	void aStackOverflowIsAnOrdinaryFailure(CapturedOutput output) throws Exception {
		assertThat(this.client.post("/transforms/overflowing", SECRET)).isProblem(500, "transform-failed",
				"Transform failed", "the transform 'overflowing' failed");
		assertThat(output).containsOnlyOnce("java.lang.StackOverflowError").doesNotContain(SECRET);
		assertThat(output.toString().lines().filter((line) -> line.contains("TestTransforms.overflow"))).hasSize(64);
		assertThat(this.client.post("/transforms/cummingsify", "A")).isText("a");
	}

	@Test
	void aServerThatIsShuttingDownAsksToRetry() throws Exception {
		this.service.stop();
		try {
			assertThat(this.client.post("/transforms/cummingsify", SECRET))
				.isProblem(503, "unavailable", "Unavailable", "the server is shutting down; try again in 1 s")
				.hasHeader("Retry-After", "1");
		}
		finally {
			this.service.start();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/png", "text/html", "application/json", "none", "*/*" })
	void aProblemIsSentRegardlessOfTheAcceptHeader(String accept) throws Exception {
		assertThat(this.client.get("/nothing", "Accept", accept)).isPlainProblem(404, "Not Found",
				"there is no resource at this path");
	}

	@Test
	void aProblemIsSentEvenIfOnlyTextIsAccepted() throws Exception {
		assertThat(this.client.post("/transforms/Times", SECRET, "Accept", "text/plain")).isProblem(400,
				"malformed-recipe", "Malformed recipe",
				"step 1 of the recipe has a malformed name at character 1; perhaps times was meant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/error", "/actuator/nothing", "/actuator/env",
			"/%3Cscript%3Ealert(1)%3C/script%3E" })
	void anUnknownPathIsNotFoundAndNotRepeated(String path) throws Exception {
		assertThat(this.client.get(path)).isPlainProblem(404, "Not Found", "there is no resource at this path");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "DELETE | /transforms | GET, POST, QUERY", "PUT | /transforms/times | GET, POST, QUERY",
					"GET | /transforms/quote=a/b | POST, QUERY", "PATCH | /transforms/times=3,times | GET, POST, QUERY",
					"POST | /actuator/health | GET" })
	void anUnsupportedMethodGetsTheAllowedMethods(String method, String path, String allowed) throws Exception {
		Answer answer = this.client.send(method, path);
		assertThat(answer).isPlainProblem(405, "Method Not Allowed", "the method is not allowed for this path");
		assertThat(answer.header("Allow").split(",\\s*")).containsExactlyInAnyOrder(allowed.split(", "));
	}

	@Test
	void doesNotReadAnUnexpectedForm() throws Exception {
		assertThat(new RawClient(this.port)
			.send("PUT /transforms/times HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
					+ "Content-Length: 9999999999\r\n\r\na=1&"))
			.isPlainProblem(405, "Method Not Allowed", "the method is not allowed for this path");
	}

	@Test
	void aCatalogueInAnotherTypeIsNotAcceptable() throws Exception {
		assertThat(this.client.get("/transforms", "Accept", "text/html")).isPlainProblem(406, "Not Acceptable",
				"no response type matches the Accept header");
	}

	@ParameterizedTest
	@CsvSource({ "/broken, java.lang.IllegalStateException", "/broken-badly, java.lang.AssertionError" })
	void anInternalExceptionIsLoggedAndNotRevealed(String path, String type, CapturedOutput output) throws Exception {
		assertThat(this.client.get(path)).isPlainProblem(500, "Internal Server Error",
				"the server failed to process the request");
		assertThat(output).containsOnlyOnce("A request failed").contains(type).doesNotContain("secret");
	}

	@Test
	void anExceptionInAFilterIsNotRevealed() throws Exception {
		assertThat(this.client.get("/broken-filter", "Accept", "text/html")).isPlainProblem(500,
				"Internal Server Error", "the server failed to process the request");
	}

}
