package dev.couplet.protocol.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecipePath} on the running server, as the container decodes paths
 * differently.
 */
@HttpServerTest
class RecipePathIntegrationTests {

	@LocalServerPort
	private int port;

	private RawClient client;

	@BeforeEach
	void connect() {
		this.client = new RawClient(this.port);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', quoteCharacter = '"', value = { "quote=a a-", "quote=%2C ,-", "quote=%3A:%3D :-=",
			"quote=%25 %-", "quote=%2541 %41-", "quote=%2E .-", "quote=a/b a/b-", "quote=%2F /-", "quote=%2f /-",
			"quote=a//b a//b-", "quote=/ /-", "quote=// //-", "quote=a/ a/-", "quote=a;b a;b-", "quote=; ;-",
			"quote=%3B ;-", "quote=;jsessionid;v ;jsessionid;v-", "quote=%5C \\-", "quote=+ +-", "quote=a%2Bb a+b-",
			"quote=%C3%A4 \u00e4-", "quote=%F0%9F%98%80 \ud83d\ude00-", "quote=%3F%23 ?#-", "quote=%7C%5E%60 |^`-",
			"quote=a,quote=b ba-", "quote=%2C,quote=b b,-", "quote=%252F %2F-", "quote=a%2Fb/c%2F:%2F/ a/b/c/-//",
			"quote=!$&'*@_~- !$&'*@_~--", "quote=[a]{b}<c>|^`d [a]{b}<c>|^`d-" })
	void parsesTheRecipeBeforeItDecodesArguments(String recipe, String result) throws Exception {
		assertThat(this.client.post("/transforms/" + recipe, "-")).isText(result);
	}

	@Test
	void acceptsAQuotationMark() throws Exception {
		assertThat(this.client.post("/transforms/quote=\"", "-")).isText("\"-");
	}

	@ParameterizedTest
	@ValueSource(strings = { "quote=a?", "quote=a?b", "quote=a:?recipe=cummingsify", "cummingsify?" })
	void refusesAQueryInsteadOfIgnoringPartOfTheRecipe(String recipe) throws Exception {
		assertThat(this.client.post("/transforms/" + recipe, "-")).isProblem(400, "malformed-recipe",
				"Malformed recipe", "the recipe ends at '?'; in an argument, write %3F");
	}

	@ParameterizedTest
	@ValueSource(strings = { "quote=%2C,quote=b", "cummingsify,quote=%2F:%25", "quote=a/b;c", "quote=%C3%A4",
			"cummingsify,cummingsify", "quote=%2500", "quote=+" })
	void acceptsAWhollyEncodedRecipe(String recipe) throws Exception {
		Answer expected = this.client.post("/transforms/" + recipe, "-");
		assertThat(expected.status()).isEqualTo(200);
		String whole = URLEncoder.encode(recipe, StandardCharsets.UTF_8);
		assertThat(this.client.post("/transforms/" + whole, "-")).isText(expected.body());
	}

	@Test
	void acceptsAnUnnecessarilyEncodedName() throws Exception {
		assertThat(this.client.post("/transforms/%63ummingsify", "A")).isText("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/transforms/quote=a", "/%74ransforms/quote=a", "/transforms;x=y/quote=a",
			"http://localhost/transforms/quote=a" })
	void acceptsAnyFormOfThePathBeforeTheRecipe(String path) throws Exception {
		assertThat(this.client.post(path, "-")).isText("a-");
	}

	@Test
	void acceptsTheLongestRecipeEvenIfWhollyEncoded() throws Exception {
		String step = "quote=" + "\ud83d\ude00".repeat(100) + ":" + "\ud83d\ude00".repeat(100);
		String recipe = String.join(",", step, step, step, step) + ",quote=" + "\ud83d\ude00".repeat(100) + ",quote="
				+ "\ud83d\ude00".repeat(55);
		assertThat(recipe.codePointCount(0, recipe.length())).isEqualTo(1000);
		Answer answer = this.client.post("/transforms/" + URLEncoder.encode(recipe, StandardCharsets.UTF_8), "-");
		assertThat(answer).isProblem(413, "too-large", "Too large",
				"step 3, quote: the result is over the limit of 2048 bytes");
	}

	@Test
	void anOverlongRecipeIsAMalformedRecipe() throws Exception {
		assertThat(this.client.post("/transforms/" + "%F0%9F%98%80".repeat(1001), "-")).isProblem(400,
				"malformed-recipe", "Malformed recipe", "a recipe has at most 1000 characters, and this one has 1001");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"cummingsify, | step 2 of the recipe has no name; a transform is expected at character 13",
			"=a | step 1 of the recipe has no name; a transform is expected at character 1",
			"quote=a.b | the '.' at character 8 is in an argument, where it is written %2E",
			"quote%3D%25zz | in the recipe, the '%' at character 7 is not followed by two hexadecimal digits; '%' itself is written %25",
			"quote%3D%25FF | in the recipe, the bytes that are percent-encoded from character 7 on are not UTF-8" })
	void aMalformedRecipeIsAProblem(String recipe, String detail) throws Exception {
		assertThat(this.client.post("/transforms/" + recipe, "-")).isProblem(400, "malformed-recipe",
				"Malformed recipe", detail);
	}

	@ParameterizedTest
	@CsvSource({ "../cummingsify, 1", "%20, 1", "../actuator/env%00, 1", "a+b, 2", "tri;, 4" })
	void aMalformedNameIsAProblem(String recipe, int position) throws Exception {
		assertThat(this.client.post("/transforms/" + recipe, "-")).isProblem(400, "malformed-recipe",
				"Malformed recipe", "step 1 of the recipe has a malformed name at character " + position
						+ "; a name has lower-case letters, digits and single hyphens");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cummingsify/", "cummingsify;", "cummingsify/..", "cummingsify/../cummingsify",
			"cummingsify%00" })
	void whatFollowsANameIsAProblem(String recipe) throws Exception {
		assertThat(this.client.post("/transforms/" + recipe, "-")).isProblem(400, "malformed-recipe",
				"Malformed recipe", "step 1 of the recipe has a malformed name at character 12; "
						+ "arguments follow '=', and the next step ','");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', quoteCharacter = '`',
			value = { "quote=%00 `\u0000-`", "quote=%00a/b;c/%2E%2E:%00 `\u0000a/b;c/..-\u0000`", "quote=%2500 %00-",
					"quote=%00&a+%26%2B%2C,quote=%3F `?\u0000&a+&+,-`", "quote=%00&recipe:b `\u0000&recipe-b`",
					"quote%3D%2500%2526%2C%63ummingsify%2Cquote%3D& `&\u0000&-`" })
	void anArgumentCanContainNul(String recipe, String result) throws Exception {
		assertThat(this.client.post("/transforms/" + recipe, "-")).isText(result);
		assertThat(this.client.send("QUERY /transforms/" + recipe
				+ " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\n-"))
			.isText(result);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /transforms/quote=%00", "POST /transforms%00", "POST /poems/low-tide%00",
			"POST /transforms/quote=%00?recipe=cummingsify", "POST /%74ransforms/quote=%00",
			"POST /a/transforms/quote=%00", "POST /transforms/quote=%00%zz", "POST /transforms/quote=%00%FF" })
	void nulIsRefusedAnywhereElse(String request) throws Exception {
		assertThat(this.client.send(request + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")).isPlainProblem(400,
				"Bad Request", "the request is malformed or its headers are too large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "quote=%zz", "quote=%", "quote=%2", "quote=%FF", "quote=%C0%AF", "quote=a\\b", "quote=a#b",
			"quote=\u00e4", "quote=a/../../../.." })
	void aPathThatTheContainerRejectsIsAProblem(String recipe) throws Exception {
		assertThat(this.client.post("/transforms/" + recipe, "-")).isPlainProblem(400, "Bad Request",
				"the request is malformed or its headers are too large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/transforms/", "/transforms//cummingsify", "//transforms/cummingsify",
			"/transforms/;/cummingsify", "/transform/cummingsify", "/Transforms/cummingsify" })
	void aPathWithoutARecipeIsNotFound(String path) throws Exception {
		assertThat(this.client.post(path, "-")).isPlainProblem(404, "Not Found", "there is no resource at this path");
	}

}
