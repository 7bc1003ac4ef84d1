package dev.couplet.protocol.http;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for recipes in JSON.
 */
@HttpServerTest
class RecipeIntegrationTests {

	@LocalServerPort
	private int port;

	private TestClient client;

	@BeforeEach
	void connect() {
		this.client = new TestClient(this.port);
	}

	private Answer recipe(String json) throws Exception {
		return this.client.post("/recipes", json, "Content-Type", "application/json");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
							`[{"name":"trim"}]`                                           | trim | text | text
							`[{"name":"wrap","arguments":{"width":60}},{"name":"sha256"}]`  | wrap=60,sha256 | text | text
							`[{"name":"hex-encode","arguments":{"case":"upper"}}]`          | hex-encode=none:upper | bytes | text
							`[{"name":"replace","arguments":{"to":"","from":",:.=()% "}}]`  | replace=%2C%3A%2E%3D%28%29%25%20: | text | text
							`[{"name":"each-line","recipe":[{"name":"trim"},{"name":"gzip"}]}]` | each-line(trim,gzip) | text | text
							`[{"recipe":[{"name":"trim"}],"arguments":{"pattern":"[a-z]+"},"name":"each-match"}]` | each-match=[a-z]+(trim) | text | text
							`"trim,gzip"`                                                   | trim,gzip | text | bytes
							`[{"name":"wrap","arguments":{}}]`                              | wrap | text | text
							`[{"name":"replace","arguments":{"from":"\u00e9","to":"\ud83c\udf39"}}]` | replace=%C3%A9:%F0%9F%8C%B9 | text | text
					""")
	void aRecipeInJsonHasATextForm(String json, String text, String takes, String gives) throws Exception {
		assertThat(recipe(json))
			.isJson("{\"recipe\":\"%s\",\"takes\":\"%s\",\"gives\":\"%s\"}".formatted(text, takes, gives));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					``                              | the recipe is neither a string nor an array of steps
					`{}`                            | the recipe is neither a string nor an array of steps
					`[]`                            | a recipe has at least one step
					`[`                             | the body is not well-formed JSON
					`["trim"]`                      | step 1 of the recipe is not an object
					`[{}]`                          | step 1 of the recipe has no name
					`[{"name":1}]`                  | in step 1 of the recipe, 'name' is not a string
					`[{"name":"trim"},{"names":""}]`| step 2 of the recipe has a field that is not 'name', 'arguments' or 'recipe'
					`[{"name":"wrap","arguments":[60]}]` | in step 1 of the recipe, 'arguments' is not an object
					`[{"name":"wrap","arguments":{"width":null}}]` | in step 1 of the recipe, an argument is neither a string nor a number
					`[{"name":"wrap","arguments":{"width":true}}]` | in step 1 of the recipe, an argument is neither a string nor a number
							`[{"name":"wrap","arguments":{"width":[1]}}]` | in step 1 of the recipe, an argument is neither a string nor a number
					`[{"name":"each-line","recipe":"trim"}]` | in step 1 of the recipe, 'recipe' is not an array
					`[{"name":"each-line","recipe":[{"name":"trim","x":1}]}]` | step 1.1 of the recipe has a field that is not 'name', 'arguments' or 'recipe'
					`[{"name":"trim","name":"nfc"}]` | step 1 of the recipe has a field twice
					`[{"name":"wrap","arguments":{"width":1,"width":2}}]` | in step 1 of the recipe, an argument occurs twice
					`[{"name":"trim"}] 1`           | the recipe is followed by more data
					`[{"name":"replace","arguments":{"from":"\\ud800"}}]` | the recipe is not well-formed Unicode
					`"trim,"`                       | step 2 of the recipe has no name; a transform is expected at character 6
					""")
	void aMalformedRecipeIsDescribed(String json, String reason) throws Exception {
		assertThat(recipe(json)).isProblem(400, "malformed-recipe", "Malformed recipe", reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
							`[{"name":"wrap","arguments":{"widht":60}}]` | step 1, wrap: has no argument of a name that is given; it has: width
							`[{"name":"trim","arguments":{"a":1}}]`      | step 1, trim: has no argument of a name that is given; it has: none
							`[{"name":"each-line","recipe":[{"name":"replace","arguments":{"to":"x"}}]}]` | step 1.1, replace: requires the argument 'from', a text of 1 to 1000 characters, as in replace=rose:thorn
							`[{"name":"wrap","arguments":{"width":6.5}}]` | step 1, wrap: 'width' must be a whole number from 1 to 1000
							`[{"name":"each-line"}]`                     | step 1, each-line: requires a recipe in brackets, such as (trim)
					""")
	void aBadArgumentIsDescribed(String json, String reason) throws Exception {
		assertThat(recipe(json)).isProblem(400, "bad-argument", "Bad argument", reason);
	}

	@Test
	void nestingIsLimited() throws Exception {
		String nested = "[{\"name\":\"try\",\"recipe\":".repeat(5000);
		assertThat(recipe(nested.substring(0, 4000))).isProblem(400, "malformed-recipe", "Malformed recipe",
				"a recipe has at most 3 levels of brackets");
		String many = "[" + "{\"name\":\"trim\"},".repeat(17) + "{\"name\":\"trim\"}]";
		assertThat(recipe(many)).isProblem(400, "malformed-recipe", "Malformed recipe",
				"a recipe has at most 16 steps, those in brackets included");
		assertThat(recipe("[" + " ".repeat(20_000) + "]").status()).isEqualTo(413);
	}

	@Test
	void aBatchTakesARecipeInJson() throws Exception {
		assertThat(this.client.post("/transforms",
				"""
						{"recipe":[{"name":"replace","arguments":{"from":"a","to":"b"}},{"name":"upper-case"}],"texts":["ab"]}""",
				"Content-Type", "application/json"))
			.isJson("{\"results\":[{\"text\":\"BB\"}]}");
		assertThat(this.client.post("/transforms", """
				{"recipe":[{"name":"nosuch"}],"texts":["ab"]}""", "Content-Type", "application/json").status())
			.isEqualTo(404);
	}

}
