package dev.couplet.protocol.http;

import java.util.Collections;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the limits that the server tells are those that it has.
 */
@HttpServerTest
@TestPropertySource(properties = "couplet.http.request-timeout=2500ms")
class LimitsIntegrationTests {

	@LocalServerPort
	private int port;

	private TestClient client;

	private JsonNode limits;

	@BeforeEach
	void read() throws Exception {
		this.client = new TestClient(this.port);
		this.limits = new JsonMapper().readTree(this.client.get("/limits").body());
	}

	@Test
	void answersWithAllLimits() throws Exception {
		assertThat(this.client.get("/limits"))
			.isJson("""
					{"textBytes":2048,"recipeCharacters":1000,"recipeSteps":16,"recipeLevels":3,"batchTexts":1000,"batchBytes":8192,\
					"requestSeconds":2.5}""");
	}

	@Test
	void aTextMayHaveTheGivenSize() throws Exception {
		String largest = "a".repeat(limit("textBytes"));
		assertThat(this.client.post("/transforms/cummingsify", largest)).isText(largest);
		assertThat(this.client.post("/transforms/cummingsify", largest + "a").status()).isEqualTo(413);
	}

	@Test
	void aRecipeMayHaveTheGivenSteps() throws Exception {
		String longest = String.join(",", Collections.nCopies(limit("recipeSteps"), "cummingsify"));
		assertThat(this.client.post("/transforms/" + longest, "A")).isText("a");
		assertThat(this.client.post("/transforms/" + longest + ",cummingsify", "A").status()).isEqualTo(400);
	}

	@Test
	void aRecipeMayHaveTheGivenLevels() throws Exception {
		int most = limit("recipeLevels");
		String deepest = "try(".repeat(most) + "cummingsify" + ")".repeat(most);
		assertThat(this.client.post("/transforms/" + deepest, "A")).isText("a");
		assertThat(this.client.post("/transforms/try(" + deepest + ")", "A").status()).isEqualTo(400);
	}

	@Test
	void aBatchMayHaveTheGivenTexts() throws Exception {
		int most = limit("batchTexts");
		assertThat(batch("\"\"", most).status()).isEqualTo(200);
		assertThat(batch("\"\"", most + 1).status()).isEqualTo(400);
	}

	@Test
	void theBodyOfABatchMayHaveTheGivenSize() throws Exception {
		String empty = "{\"recipe\":\"cummingsify\",\"texts\":[]}";
		String largest = empty + " ".repeat(limit("batchBytes") - empty.length());
		assertThat(post(largest).status()).isEqualTo(200);
		assertThat(post(largest + " ").status()).isEqualTo(413);
	}

	private int limit(String name) {
		return this.limits.get(name).asInt();
	}

	private Answer batch(String text, int count) throws Exception {
		return post(
				"{\"recipe\":\"cummingsify\",\"texts\":[" + String.join(",", Collections.nCopies(count, text)) + "]}");
	}

	private Answer post(String json) throws Exception {
		return this.client.post("/transforms", json, "Content-Type", "application/json");
	}

}
