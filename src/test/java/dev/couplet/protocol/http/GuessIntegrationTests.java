package dev.couplet.protocol.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import dev.couplet.Metrics;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuessController}.
 */
@HttpServerTest
class GuessIntegrationTests {

	private static final String TEXT = "the moon is late tonight, and so am I";

	@LocalServerPort
	private int port;

	@Autowired
	private TransformService service;

	private TestClient client;

	@BeforeEach
	void connect() {
		this.client = new TestClient(this.port);
	}

	private static byte[] base64(String text) {
		return Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void answersWithTheRecipesThatDecodeTheValue() throws Exception {
		assertThat(this.client.post("/guess", "SGVsbG8gd29ybGQ=")).isJson("""
				{"guesses":[{"recipe":"base64-decode","score":0.82,"type":"text/plain","size":11,\
				"preview":"Hello world"}]}""");
	}

	@Test
	void theFirstRecipeDecodesTheValueWhateverItsType() throws Exception {
		byte[] value = this.service.transform("gzip,base64-encode", Value.of(TEXT)).bytes();
		for (String type : new String[] { "text/plain", "application/octet-stream", "application/json",
				"application/x-www-form-urlencoded" }) {
			Answer answer = this.client.post("/guess", value, "Content-Type", type);
			JsonNode first = new JsonMapper().readTree(answer.body()).get("guesses").get(0);
			assertThat(first.get("recipe").asString()).isEqualTo("base64-decode,gunzip");
			assertThat(first.get("preview").asString()).isEqualTo(TEXT);
			assertThat(this.client.post("/transforms/" + first.get("recipe").asString(), value, "Content-Type", type)
				.body()).isEqualTo(TEXT);
		}
	}

	@Test
	void answersWithAnEmptyListWhereNothingFits() throws Exception {
		for (String value : new String[] { "", TEXT, "deadbeef" }) {
			assertThat(this.client.post("/guess", value)).isJson("{\"guesses\":[]}");
		}
	}

	@Test
	void theBodyIsReadInItsCharset() throws Exception {
		byte[] value = "caf%C3%A9 and moon".getBytes(StandardCharsets.UTF_16);
		assertThat(this.client.post("/guess", value, "Content-Type", "text/plain;charset=UTF-16").body())
			.startsWith("{\"guesses\":[{\"recipe\":\"url-decode\",")
			.contains("\"preview\":\"café and moon\"");
	}

	@Test
	void aQueryIsTheSame() throws Exception {
		assertThat(
				this.client.query("/guess", new String(base64(TEXT), StandardCharsets.US_ASCII), "text/plain").body())
			.isEqualTo(this.client.post("/guess", base64(TEXT)).body())
			.contains(TEXT);
	}

	@Test
	void refusesABodyOverTheLimit() throws Exception {
		assertThat(this.client.post("/guess", "a".repeat(2049))).isProblem(413, "too-large", "Too large",
				"the body is over the limit of 2048 bytes");
		assertThat(this.client.post("/guess", "a".repeat(2048)).status()).isEqualTo(200);
	}

	@Test
	void anAcceptHeaderWithoutJsonIsNotAcceptable() throws Exception {
		assertThat(this.client.post("/guess", "a", "Accept", "text/plain")).isPlainProblem(406, "Not Acceptable",
				"no response type matches the Accept header");
	}

	@Test
	void aServerThatIsShuttingDownRefusesEveryValue() throws Exception {
		this.service.stop();
		try {
			assertThat(this.client.post("/guess", "a"))
				.isProblem(503, "unavailable", "Unavailable", "the server is shutting down; try again in 1 s")
				.hasHeader("Retry-After", "1");
		}
		finally {
			this.service.start();
		}
	}

	/**
	 * The attempts that fail are no failed requests.
	 */
	@Test
	void aGuessIsCountedOnce() throws Exception {
		Metrics metrics = new Metrics(this.port);
		double before = metrics.transforms("http", "GUESS", "success");
		Map<String, Double> failed = metrics.failed("http");
		this.client.post("/guess", base64(new String(base64(TEXT), StandardCharsets.US_ASCII)));
		this.client.post("/guess", "SGVsbG8gd29ybGQ1MTIzNDU2Nw");
		Awaitility.await()
			.untilAsserted(() -> assertThat(metrics.transforms("http", "GUESS", "success")).isEqualTo(before + 2));
		assertThat(metrics.failed("http")).isEqualTo(failed);
	}

	@Test
	void releasesItsMemory() throws Exception {
		this.client.post("/guess", base64("x".repeat(1000)));
		Awaitility.await().until(() -> this.service.reservedMemory() == 0);
	}

}
