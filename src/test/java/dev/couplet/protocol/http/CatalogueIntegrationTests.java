package dev.couplet.protocol.http;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CatalogueController}.
 */
@HttpServerTest
class CatalogueIntegrationTests {

	private static final String QUOTE = """
			{"name":"quote","category":"custom","description":"Puts a mark before a text, and one after it.","takes":"text","gives":"text","parameters":[\
			{"name":"mark","type":"text","min":0,"max":100},\
			{"name":"end","type":"text","default":"","min":0,"max":100}],\
			"example":{"recipe":"quote=%3A","text":"poem","result":":poem"}}""";

	private static final String TIMES = """
			{"name":"times","category":"custom","description":"Repeats a text.","takes":"text","gives":"text","parameters":[\
			{"name":"times","type":"integer","default":2,"min":0,"max":1000}]}""";

	@LocalServerPort
	private int port;

	private TestClient client;

	@BeforeEach
	void connect() {
		this.client = new TestClient(this.port);
	}

	@Test
	void anEntryHasNameDescriptionParametersAndExample() throws Exception {
		assertThat(this.client.get("/transforms/quote")).isJson(QUOTE);
	}

	@Test
	void anEntryOmitsAMissingExample() throws Exception {
		assertThat(this.client.get("/transforms/times")).isJson(TIMES);
	}

	@Test
	void anEntryHasTheKindsAndTheChoices() throws Exception {
		assertThat(this.client.get("/transforms/base64-decode").body())
			.contains("\"takes\":\"text\",\"gives\":\"bytes\"")
			.contains("{\"name\":\"mode\",\"type\":\"choice\",\"default\":\"lenient\",\"min\":6,\"max\":7,"
					+ "\"choices\":[\"lenient\",\"strict\"]}");
	}

	@Test
	void anEntryHasTheCategoryAndTheNamesInOtherTools() throws Exception {
		assertThat(this.client.get("/transforms/reverse-lines").body())
			.startsWith("{\"name\":\"reverse-lines\",\"category\":\"lines\",\"synonyms\":[\"tac\"],\"description\":");
		assertThat(this.client.get("/transforms/named").body()).contains("\"category\":\"recipes\",\"description\"");
	}

	@Test
	void aQueryFindsTransforms() throws Exception {
		assertThat(this.client.get("/transforms?query=tac").body()).startsWith("[{\"name\":\"reverse-lines\",");
		assertThat(this.client.get("/transforms?query=nosuchword")).isJson("[]");
	}

	@Test
	void anEntryShowsThatItRunsARecipeInBrackets() throws Exception {
		assertThat(this.client.get("/transforms/each-line").body())
			.contains("\"takes\":\"text\",\"gives\":\"text\",\"brackets\":true,\"parameters\":[]");
		assertThat(this.client.get("/transforms/trim").body()).doesNotContain("brackets");
	}

	@Test
	void theCatalogueIsAnArrayOrderedByName() throws Exception {
		Answer catalogue = this.client.get("/transforms");
		assertThat(catalogue.status()).isEqualTo(200);
		assertThat(catalogue.header("Content-Type")).isEqualTo("application/json");
		assertThat(catalogue.body()).startsWith("[{\"name\":\"a1z26-decode\"")
			.contains("," + QUOTE + ",")
			.contains("," + TIMES)
			.endsWith("]");
	}

	@Test
	void aNamedRecipeIsInTheCatalogue() throws Exception {
		assertThat(this.client.get("/transforms/named").body()).contains("\"description\":\"The recipe quote=%3C\"");
	}

	@Test
	void anUnknownNameIsAProblemWithSimilarNames() throws Exception {
		assertThat(this.client.get("/transforms/cumingsify")).hasTypeAndBody(404, "application/problem+json",
				"""
						{"type":"urn:couplet:problem:unknown-transform","title":"Unknown transform","status":404,\
						"detail":"there is no transform 'cumingsify'; perhaps cummingsify was meant","nearNames":["cummingsify"]}""");
	}

	@Test
	void anUnknownNameWithoutSimilarNamesHasAnEmptyList() throws Exception {
		assertThat(this.client.get("/transforms/%3Cscript%3E%0A%C3%A4")).hasTypeAndBody(404, "application/problem+json",
				"""
						{"type":"urn:couplet:problem:unknown-transform","title":"Unknown transform","status":404,\
						"detail":"there is no transform '<script>\\\\u000a\\\\u00e4'","nearNames":[]}""");
	}

	@Test
	void theCatalogueSupportsHead() throws Exception {
		Answer answer = this.client.send("HEAD", "/transforms");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
	}

}
