package dev.couplet.protocol.http;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.couplet.endpoint.FailureReason;
import dev.couplet.protocol.http.ApiDocument.ApiOperation;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.TransformService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the OpenAPI description, verified against the running server.
 */
@HttpServerTest
class OpenApiIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TransformService service;

	@Autowired
	private BuildProperties build;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private TestClient client;

	private ApiDocument document;

	@BeforeEach
	void read() throws Exception {
		this.client = new TestClient(this.port);
		Answer answer = this.client.get("/v3/api-docs");
		assertThat(answer).hasHeader("Content-Type", "application/json").hasSafeHeaders();
		this.document = new ApiDocument(answer.body());
	}

	@Test
	void infoHasTitleDescriptionAndVersionOnly() {
		JsonNode root = this.document.root();
		assertThat(root.get("openapi").asString()).startsWith("3.1.");
		assertThat(root.get("info").propertyNames()).containsExactlyInAnyOrder("title", "description", "version");
		assertThat(root.at("/info/version").asString()).isEqualTo(this.build.getVersion());
		assertThat(root.has("tags")).isFalse();
	}

	@Test
	void serverIsRelativeWhateverHostTheCallerNames() throws IOException {
		for (String host : List.of("rosebud.example", "localhost")) {
			String body = new RawClient(this.port)
				.send("GET /v3/api-docs HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: rosebud.example\r\n\r\n")
				.body();
			assertThat(body).contains("\"servers\":[{\"url\":\"/\"}]").doesNotContain("rosebud");
		}
	}

	@Test
	void descriptionIsTheSameInEveryLanguage() throws Exception {
		for (String language : List.of("de", "x-rosebud", "*", ";;;", "tlh-Latn-US-x-1")) {
			assertThat(this.client.get("/v3/api-docs", "Accept-Language", language).body())
				.isEqualTo(this.document.root().toString());
		}
	}

	// the playground and the description itself are in other packages
	@Test
	void describesAllOperationsOfTheControllersInThisPackage() {
		Set<String> mapped = new TreeSet<>();
		this.mappings.getHandlerMethods().forEach((mapping, controller) -> {
			Class<?> type = controller.getBeanType();
			if (type.getPackage().equals(getClass().getPackage()) && type != BrokenEndpoints.BrokenController.class) {
				String path = mapping.getPatternValues().iterator().next().replace("/**", "");
				mapping.getMethodsCondition().getMethods().forEach((method) -> mapped.add(method + " " + path));
			}
		});
		assertThat(mapped).hasSize(9);
		assertThat(this.document.operations().stream().map((operation) -> operation.method() + " " + operation.path()))
			.containsExactlyInAnyOrderElementsOf(mapped);
	}

	@Test
	void schemasHaveThePropertiesOfTheRecords() {
		Map<String, Class<?>> records = new HashMap<>(
				Map.of("GuessAnswer", GuessAnswer.class, "GuessEntry", GuessAnswer.Entry.class));
		records
			.putAll(Map.of("BatchAnswer", BatchAnswer.class, "BatchResult", BatchAnswer.Result.class, "CatalogueEntry",
					CatalogueEntry.class, "ParameterEntry", CatalogueEntry.ParameterEntry.class, "ExampleEntry",
					CatalogueEntry.ExampleEntry.class, "Limits", LimitsController.Limits.class, "RecipeEntry",
					RecipeController.Entry.class, "PoemEntry", PoemController.Entry.class, "Problem", Problem.class));
		Set<String> others = Set.of("Recipe", "JsonRecipe", "JsonStep", "BatchRequest", "BatchValue", "Kind");
		JsonNode schemas = this.document.root().at("/components/schemas");
		assertThat(schemas.propertyNames()).containsAll(records.keySet())
			.containsAll(others)
			.hasSize(records.size() + others.size());
		records.forEach((name, type) -> {
			JsonNode schema = schemas.get(name);
			assertThat(schema.get("properties").propertyNames()).as(name)
				.containsExactlyInAnyOrderElementsOf(components(type, (component) -> true));
			assertThat(schema.path("required").valueStream().map(JsonNode::asString)).as(name)
				.containsExactlyInAnyOrderElementsOf(components(type, (component) -> !canBeOmitted(component)));
		});
	}

	private static boolean canBeOmitted(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
				|| component.getAccessor().isAnnotationPresent(JsonInclude.class);
	}

	// the record of a batch is not what is sent: BatchReader reads it
	@ParameterizedTest
	@ValueSource(strings = { "{'recipe':'trim','texts':[]}", "{'recipe':'each-line(trim)','texts':[]}",
			"{'recipe':[{'name':'wrap','arguments':{'width':60}}],'texts':[]}", "{'recipe':[],'texts':[]}",
			"{'recipe':[{'name':'each-line','recipe':[{'name':'trim'}]}],'texts':[]}",
			"{'recipe':[{'names':'trim'}],'texts':[]}", "{'recipe':['trim'],'texts':[]}",
			"{'recipe':[{'name':'wrap','arguments':{'width':null}}],'texts':[]}",
			"{'recipe':'trim','texts':['a',{'base64':'YQ=='}]}", "{'recipe':'trim','texts':[{'base64':''}]}",
			"{'recipe':'trim'}", "{'texts':[]}", "{'recipe':'trim','texts':'a'}", "{'recipe':'trim','texts':[1]}",
			"{'recipe':'trim','texts':[null]}", "{'recipe':'trim','texts':[{}]}",
			"{'recipe':'trim','texts':[{'base64':1}]}", "{'recipe':'trim','texts':[{'text':'a'}]}",
			"{'recipe':'trim','texts':[{'base64':'','text':'a'}]}" })
	void theSchemaOfABatchAllowsWhatTheServerAccepts(String batch) throws Exception {
		String json = batch.replace('\'', '"');
		boolean accepted = this.client.post("/transforms", json, "Content-Type", "application/json").status() == 200;
		JsonNode request = ApiDocument.body("json", json);
		assertThat(this.document.validationErrors("/components/schemas/BatchRequest", request).isEmpty())
			.isEqualTo(accepted);
	}

	private static List<String> components(Class<?> type, Predicate<RecordComponent> condition) {
		return Stream.of(type.getRecordComponents()).filter(condition).map((component) -> {
			JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
			return (property != null) ? property.value() : component.getName();
		}).toList();
	}

	@Test
	void typesOfProblemsAreThoseOfTheFailureReasons() {
		// later reasons are for requests without an answer, or for problems without a
		// type
		List<String> types = EnumSet.range(FailureReason.UNKNOWN_TRANSFORM, FailureReason.UNAVAILABLE)
			.stream()
			.map((reason) -> "urn:couplet:problem:" + reason.word())
			.toList();
		assertThat(this.document.root()
			.at("/components/schemas/Problem/properties/type/enum")
			.valueStream()
			.map(JsonNode::asString)).contains("about:blank", "urn:couplet:problem:malformed-batch")
			.containsAll(types)
			.hasSize(types.size() + 2);
	}

	@Test
	void boundsAreThoseOfTheServer() {
		JsonNode schemas = this.document.root().at("/components/schemas");
		assertThat(schemas.at("/Recipe/maxLength").asInt()).isEqualTo(Recipe.MAX_LENGTH);
		assertThat(schemas.at("/BatchRequest/properties/texts/maxItems").asInt()).isEqualTo(BatchReader.MAX_TEXTS);
		assertThat("trim,".repeat(Recipe.MAX_STEPS - 1) + "trim").matches(schemas.at("/Recipe/pattern").asString());
		assertThat("trim,".repeat(Recipe.MAX_STEPS) + "trim").doesNotMatch(schemas.at("/Recipe/pattern").asString());
		assertThat(schemas.at("/Recipe/description").asString()).contains("At most " + Recipe.MAX_STEPS + " steps");
		assertThat(this.document.operation("transformText").json().at("/requestBody/description").asString())
			.contains("at most 2048 bytes");
	}

	@Test
	void allSchemasAreValid() {
		SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
		SchemaLocation metaSchema = SchemaLocation.of("https://json-schema.org/draft/2020-12/schema");
		this.document.root()
			.at("/components/schemas")
			.properties()
			.forEach((schema) -> assertThat(schemas.getSchema(metaSchema).validate(schema.getValue()))
				.as(schema.getKey())
				.isEmpty());
	}

	@Test
	void hasAllTransformsWithTheirParametersIncludingNamedRecipes() throws Exception {
		JsonNode catalogue = ApiDocument.body("json", this.client.get("/transforms").body());
		JsonNode transforms = this.document.root().at("/components/schemas/Recipe/x-transforms");
		assertThat(transforms.size()).isEqualTo(catalogue.size());
		for (JsonNode entry : catalogue) {
			JsonNode parameters = transforms.get(entry.get("name").asString());
			assertThat(parameters.valueStream().map((parameter) -> parameter.get("title")))
				.containsExactlyElementsOf(entry.get("parameters").findValues("name"));
		}
		assertThat(transforms.get("wrap").get(0).toString())
			.isEqualTo("{\"type\":\"integer\",\"default\":72,\"maximum\":1000,\"minimum\":1,\"title\":\"width\"}");
		assertThat(transforms.get("base64-decode").get(0).toString()).isEqualTo(
				"{\"type\":\"string\",\"default\":\"lenient\",\"enum\":[\"lenient\",\"strict\"],\"title\":\"mode\"}");
		assertThat(this.document.operation("getTransform").json().at("/parameters/0/schema/enum").toString())
			.contains("\"named\"");
	}

	@Test
	void theRecipesOfTheExamplesMatchTheSchemaExceptTheMalformedOne() {
		JsonNode examples = this.document.operation("transformText").json().at("/parameters/0/examples");
		examples.properties()
			.forEach((example) -> assertThat(
					this.document.validationErrors("/components/schemas/Recipe", example.getValue().get("value"))
						.isEmpty())
				.as(example.getKey())
				.isEqualTo(!example.getKey().equals("malformed-recipe")));
	}

	@Test
	void allExamplesMatchTheServersResponses() throws Exception {
		JsonNode operation = this.document.operation("transformText").json();
		JsonNode recipes = operation.at("/parameters/0/examples");
		assertThat(recipes.size()).isGreaterThan(50);
		for (Map.Entry<String, JsonNode> example : recipes.properties()) {
			String recipe = example.getValue().get("value").asString();
			String text = GeneratedRequests.body(operation, example.getKey()).asString();
			Answer answer = this.client.post("/transforms/" + GeneratedRequests.encode(recipe), text);
			String type = answer.header("Content-Type");
			JsonNode expected = operation.at("/responses/" + answer.status() + "/content/" + ApiDocument.escape(type)
					+ "/examples/" + example.getKey() + "/value");
			assertThat(ApiDocument.body(type, answer.body())).as(example.getKey()).isEqualTo(expected);
		}
	}

	@Test
	void examplesAreOfTextsAndOfBytes() {
		JsonNode operation = this.document.operation("transformText").json();
		String bytes = "/content/application~1octet-stream/examples";
		assertThat(operation.at("/requestBody" + bytes).propertyNames()).containsExactly("bytes-to-text");
		assertThat(operation.at("/responses/200" + bytes).propertyNames())
			.contains("text-to-bytes", "hex-decode", "base64-decode", "gunzip")
			.doesNotContain("hex-encode", "charset-encode", "wrap");
	}

	@ParameterizedTest
	@ValueSource(strings = { "one-refused", "bytes-to-text", "text-to-bytes", "named-arguments" })
	void theExamplesOfABatchMatchTheServersResponse(String name) throws Exception {
		JsonNode operation = this.document.operation("transformTexts").json();
		JsonNode request = GeneratedRequests.body(operation, name);
		assertThat(this.document.validationErrors("/components/schemas/BatchRequest", request)).isEmpty();
		Answer answer = this.client.post("/transforms", request.toString(), "Content-Type", "application/json");
		assertThat(ApiDocument.body("json", answer.body()))
			.isEqualTo(operation.at("/responses/200/content/application~1json/examples/" + name + "/value"));
	}

	@Test
	void theExamplesOfAGuessMatchTheServersResponse() throws Exception {
		JsonNode operation = this.document.operation("guess").json();
		for (String name : List.of("nested", "nothing")) {
			String value = GeneratedRequests.body(operation, name).asString();
			assertThat(ApiDocument.body("json", this.client.post("/guess", value).body()))
				.isEqualTo(operation.at("/responses/200/content/application~1json/examples/" + name + "/value"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "listTransforms", "getTransform", "transformText", "transformTexts", "guess", "listPoems",
			"getPoem", "translateRecipe" })
	void describesAllResponsesAndEveryDescribedStatusAndTypeOccurs(String id) throws Exception {
		ApiOperation operation = this.document.operation(id);
		Set<String> seen = new TreeSet<>(check(operation));
		this.service.stop();
		try {
			seen.addAll(check(operation));
		}
		finally {
			this.service.start();
		}
		Set<String> described = new TreeSet<>();
		operation.json()
			.get("responses")
			.properties()
			.forEach((response) -> response.getValue()
				.get("content")
				.propertyNames()
				.forEach((type) -> described.add(response.getKey() + " " + type)));
		// a timeout is tested in FailedHttpRequestsIntegrationTests, as it takes time,
		// and
		// a request without a token in TokenIntegrationTests
		described.removeIf((response) -> response.startsWith("408 ") || response.startsWith("401 ")
				|| response.startsWith("default "));
		assertThat(seen).isEqualTo(described);
	}

	private Set<String> check(ApiOperation operation) throws Exception {
		Set<String> seen = new TreeSet<>();
		for (String request : requests(operation)) {
			Answer answer = new RawClient(this.port).send(request);
			try {
				this.document.assertDescribes(operation, answer);
			}
			catch (AssertionError ex) {
				throw new AssertionError(request.lines().limit(8).toList() + " -> " + answer, ex);
			}
			seen.add(answer.status() + " " + answer.header("Content-Type"));
		}
		return seen;
	}

	private List<String> requests(ApiOperation operation) throws Exception {
		JsonNode poems = ApiDocument.body("json", this.client.get("/poems").body());
		List<String> titles = new ArrayList<>();
		poems.findValues("title").forEach((title) -> titles.add(title.asString()));
		return GeneratedRequests.to(operation, Map.of("title", titles));
	}

}
