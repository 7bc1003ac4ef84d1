package dev.couplet.protocol.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import dev.couplet.CoupletTest;
import dev.couplet.poetry.Poems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PoemController} on the running server.
 */
@CoupletTest
class PoemControllerIntegrationTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private Poems poems;

	@LocalServerPort
	private int port;

	@Test
	void listsThePoems() throws Exception {
		assertThat(get("/poems").body())
			.isEqualTo("[{\"title\":\"low-tide\"},{\"title\":\"night-train\"},{\"title\":\"the-kettle\"}]");
	}

	@Test
	void returnsAPoem() throws Exception {
		HttpResponse<String> response = get("/poems/the-kettle");
		assertThat(response.headers().firstValue("content-type")).contains("text/plain;charset=UTF-8");
		assertThat(response.body()).isEqualTo(poem("the-kettle"));
	}

	@Test
	void returnsATransformedPoem() throws Exception {
		assertThat(get("/poems/night-train?recipe=cummingsify").body())
			.isEqualTo(poem("night-train").toLowerCase(Locale.ROOT));
		assertThat(get("/poems/night-train?x=1&recipe=head=1,replace=%20:%2C").body()).isEqualTo("NIGHT,TRAIN\n");
		assertThat(get("/poems/night-train?recipe=head%3D1%2Ccummingsify").body()).isEqualTo("night train\n");
	}

	@Test
	void acceptsTheSameCharactersInAQueryAsInAPath() throws Exception {
		Answer answer = new RawClient(this.port)
			.send("GET /poems/night-train?recipe=head=1,replace=%20:\"<>[]^`{|}? HTTP/1.1\r\nHost: localhost\r\n\r\n");
		assertThat(answer.body()).isEqualTo("NIGHT\"<>[]^`{|}?TRAIN\n");
	}

	@Test
	void anInvalidRecipeIsTheSameProblemAsElsewhere() throws Exception {
		HttpResponse<String> response = get("/poems/night-train?recipe=nosuch");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("urn:couplet:problem:unknown-transform");
		assertThat(get("/poems/night-train?recipe=").statusCode()).isEqualTo(400);
		assertThat(get("/poems/night-train?recipe=base64-decode").statusCode()).isEqualTo(422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nosuch", "low-tide.txt", "%2E%2E%2Fpoems%2Flow-tide", "..%2Flow-tide", "LOW-TIDE" })
	void anUnknownTitleIsNotFoundAndIsNeverAPath(String title) throws Exception {
		HttpResponse<String> response = get("/poems/" + title);
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
	}

	private String poem(String title) {
		return new String(this.poems.find(title).orElseThrow().bytes(), StandardCharsets.UTF_8);
	}

	private HttpResponse<String> get(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
