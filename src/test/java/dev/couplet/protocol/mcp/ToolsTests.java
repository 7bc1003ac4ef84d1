package dev.couplet.protocol.mcp;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Tools}.
 */
class ToolsTests {

	private static final int MAX_RESULT = 1000;

	private final TestServer server = new TestServer(MAX_RESULT);

	@Test
	void everyToolHasSchemasAndIsReadOnly() {
		JsonNode tools = this.server.request("tools/list", "{}").get("tools");
		assertThat(tools.valueStream().map((tool) -> tool.get("name").asString())).containsExactly("transform",
				"find_transforms", "guess");
		for (JsonNode tool : tools) {
			assertThat(tool.get("annotations")).hasToString("{\"readOnlyHint\":true,\"destructiveHint\":false,"
					+ "\"idempotentHint\":true,\"openWorldHint\":false}");
			assertThat(tool.get("description").asString()).hasSizeGreaterThan(200)
				.doesNotContain("\t")
				.doesNotContain("  ");
			for (String schema : List.of("inputSchema", "outputSchema")) {
				assertThat(tool.get(schema).get("type").asString()).isEqualTo("object");
				// not accepted by all models
				assertThat(tool.get(schema).propertyNames()).doesNotContain("oneOf", "anyOf", "allOf");
			}
		}
	}

	@Test
	void theRecipesInTheDescriptionCompile() {
		String description = this.server.request("tools/list", "{}").at("/tools/0/description").asString();
		Matcher recipe = Pattern.compile("`([^`]+)`").matcher(description);
		List<String> recipes = new ArrayList<>();
		while (recipe.find()) {
			recipes.add(recipe.group(1));
			this.server.service().compile(recipe.group(1));
		}
		assertThat(recipes).hasSizeGreaterThan(12);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			cummingsify              | HERE IS MY POEM | here is my poem
			trim,wrap=4              | ` one two `     | `one\ntwo`
			`replace=%2C:%3B%20`     | a,b             | a; b
			each-line(base64-decode) | `QQ==\nw6k=`    | `A\n\u00e9`
			trim                     | ` `             | ``
			reverse                  | `\ud83c\udf39!` | `!\ud83c\udf39`
			""")
	void transformReturnsAText(String recipe, String text, String expected) {
		JsonNode result = this.server.call("transform", "recipe", recipe, "text", text);
		assertThat(result.get("isError").asBoolean()).isFalse();
		assertThat(result.at("/content/0/text").asString()).isEqualTo(expected);
		assertThat(result.at("/structuredContent/text").asString()).isEqualTo(expected);
		assertValid(0, result);
	}

	@Test
	void transformTakesAndReturnsBytes() {
		String gzip = this.server.call("transform", "recipe", "gzip", "text", "poem")
			.at("/structuredContent/base64")
			.asString();
		JsonNode result = this.server.call("transform", "recipe", "gunzip", "base64", gzip);
		assertThat(result.at("/structuredContent/base64").asString()).isEqualTo("cG9lbQ==");
		assertThat(result.at("/content/0/text").asString()).isEqualTo("{\"base64\":\"cG9lbQ==\"}");
		assertValid(0, result);
		assertThat(this.server.call("transform", "recipe", "gunzip,upper-case", "base64", gzip)
			.at("/structuredContent/text")
			.asString()).isEqualTo("POEM");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					cumingsify         | unknown-transform | step 1: there is no transform 'cumingsify'; perhaps cummingsify was meant
					Trim               | malformed-recipe  |
					trim,wrap=0        | bad-argument      |
					trim,base64-decode | value-refused     | step 2, base64-decode: not base64 at character 3
					""")
	void anErrorSaysWhatWasWrongWithTheRecipe(String recipe, String reason, String message) {
		JsonNode result = this.server.call("transform", "recipe", recipe, "text", "ab!");
		assertToolError(result, reason);
		if (message != null) {
			assertThat(result.at("/content/0/text").asString()).isEqualTo(message);
		}
	}

	@Test
	void anUnknownTransformHasNearNames() {
		JsonNode result = this.server.call("transform", "recipe", "trim,uniq", "text", "");
		assertThat(result.at("/_meta").get("dev.couplet/nearNames")).hasToString("[\"unique-lines\"]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					transform       | {}                                                   | 'recipe' is missing
					transform       | {'recipe':['trim'],'text':'a'}                       | 'recipe' is not a string
					transform       | {'recipe':'trim'}                                    | exactly one of 'text' and 'base64' is required
					transform       | {'recipe':'trim','text':'a','base64':''}             | exactly one of 'text' and 'base64' is required
					transform       | {'recipe':'trim','text':null}                        | 'text' is not a string
					transform       | {'recipe':'trim','input':'a'}                        | there is an argument that is not base64 or recipe or text
					find_transforms | {}                                                   | 'query' is missing
					guess           | {'string':'a'}                                       | there is an argument that is not base64 or text
					""")
	void aWrongArgumentIsAnErrorForTheModel(String tool, String arguments, String message) {
		JsonNode result = this.server.request("tools/call", "{'arguments':%s,'name':'%s'}".formatted(arguments, tool));
		assertToolError(result, "malformed-request");
		assertThat(result.at("/content/0/text").asString()).isEqualTo(message);
	}

	@Test
	void aTextThatIsNotUnicodeIsRefused() {
		JsonNode result = this.server.request("tools/call",
				"{'name':'transform','arguments':{'recipe':'trim','text':'a\\ud83c'}}");
		assertToolError(result, "malformed-text");
		assertThat(result.at("/content/0/text").asString())
			.isEqualTo("the text is not well-formed Unicode: an unpaired surrogate at character 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "Z g=", "Zg==\n", "%%%%" })
	void bytesThatAreNotBase64AreRefused(String base64) {
		assertToolError(this.server.call("transform", "recipe", "hex-encode", "base64", base64), "malformed-text");
	}

	@Test
	void aResultThatIsTooLongForAModelIsRefusedWithAdvice() {
		String longest = "x".repeat(MAX_RESULT);
		assertThat(this.server.call("transform", "recipe", "trim", "text", longest).get("isError").asBoolean())
			.isFalse();
		JsonNode result = this.server.call("transform", "recipe", "trim", "text", longest + "y");
		assertToolError(result, "too-large");
		assertThat(result.at("/content/0/text").asString())
			.isEqualTo("the result has 1001 characters, and at most 1000 are returned; "
					+ "add head=100, tail=100 or truncate=10000 to the recipe");
		assertThat(this.server.call("transform", "recipe", "trim,truncate=10", "text", longest + "y")
			.get("isError")
			.asBoolean()).isFalse();
	}

	@Test
	void bytesThatAreTooLongForAModelAreRefusedWithAdvice() {
		String most = Base64.getEncoder().encodeToString(new byte[750]);
		JsonNode result = this.server.call("transform", "recipe", "hex-encode,hex-decode", "base64",
				Base64.getEncoder().encodeToString(new byte[751]));
		assertToolError(result, "too-large");
		assertThat(result.at("/content/0/text").asString())
			.isEqualTo("the result has 1004 characters in base64, and at most 1000 are returned; "
					+ "add hexdump,head=100 to the recipe, or a digest such as sha256");
		assertThat(this.server.call("transform", "recipe", "hex-encode,hex-decode", "base64", most)
			.at("/structuredContent/base64")
			.asString()).isEqualTo(most);
		assertThat(this.server.call("transform", "recipe", "hex-encode,hex-decode,sha256", "base64", most + most)
			.get("isError")
			.asBoolean()).isFalse();
	}

	@Test
	void findReturnsTransformsWithTheirParametersAndExamples() {
		JsonNode result = this.server.call("find_transforms", "query", "wrap");
		assertValid(1, result);
		JsonNode first = result.at("/structuredContent/transforms/0");
		assertThat(first.get("name").asString()).isEqualTo("wrap");
		assertThat(first.get("takes").asString()).isEqualTo("text");
		assertThat(first.get("parameters"))
			.hasToString("[{\"name\":\"width\",\"type\":\"integer\",\"default\":72,\"min\":1,\"max\":1000}]");
		assertThat(first.at("/example/recipe").asString()).isEqualTo("wrap=12");
		assertThat(result.at("/content/0/text").asString()).isEqualTo(result.get("structuredContent").toString());
	}

	@Test
	void findReturnsAtMostTwentyAndSaysHowManyMoreThereAre() {
		JsonNode result = this.server.call("find_transforms", "query", "");
		assertValid(1, result);
		assertThat(result.at("/structuredContent/transforms")).hasSize(20);
		assertThat(result.at("/structuredContent/more").asInt())
			.isEqualTo(this.server.service().catalogue().transforms().size() - 20);
	}

	@Test
	void findReturnsSimilarNamesIfNothingIsFound() {
		assertThat(this.server.call("find_transforms", "query", "cumingsify")
			.at("/structuredContent/transforms/0/name")
			.asString()).isEqualTo("cummingsify");
		JsonNode nothing = this.server.call("find_transforms", "query", "xylophone quartet");
		assertThat(nothing.get("structuredContent")).hasToString("{\"transforms\":[],\"more\":0}");
	}

	@Test
	void guessReturnsRecipesThatDecodeTheValue() {
		JsonNode result = this.server.call("guess", "text", "SGVsbG8gd29ybGQ=");
		assertValid(2, result);
		assertThat(result.at("/structuredContent/guesses"))
			.hasToString("[{\"recipe\":\"base64-decode\",\"score\":0.82,\"type\":\"text/plain\",\"size\":11,"
					+ "\"preview\":\"Hello world\"}]");
		JsonNode gzip = this.server.call("guess", "base64",
				this.server.call("transform", "recipe", "gzip", "text", "the night train and the late moon")
					.at("/structuredContent/base64")
					.asString());
		assertThat(gzip.at("/structuredContent/guesses/0/recipe").asString()).isEqualTo("gunzip");
		assertThat(this.server.call("guess", "text", "here is my poem").at("/structuredContent/guesses")).isEmpty();
	}

	private static void assertToolError(JsonNode result, String reason) {
		assertThat(result.get("isError").asBoolean()).isTrue();
		assertThat(result.has("structuredContent")).isFalse();
		assertThat(result.at("/content/0/text").asString()).matches("[ -~]{10,199}");
		assertThat(result.get("_meta").get("dev.couplet/reason").asString()).isEqualTo(reason);
	}

	private void assertValid(int tool, JsonNode result) {
		JsonNode schema = this.server.request("tools/list", "{}").at("/tools/" + tool + "/outputSchema");
		Schema output = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
		assertThat(output.validate(result.get("structuredContent"))).isEmpty();
	}

}
