package dev.couplet.protocol.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The OpenAPI description as a tool reads it.
 */
final class ApiDocument {

	private static final String LOCATION = "urn:description";

	private static final JsonMapper JSON = new JsonMapper();

	private final JsonNode root;

	private final SchemaRegistry schemas;

	ApiDocument(String json) {
		this.root = JSON.readTree(json);
		this.schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				(builder) -> builder.schemas(Map.of(LOCATION, json)));
	}

	JsonNode root() {
		return this.root;
	}

	List<ApiOperation> operations() {
		List<ApiOperation> operations = new ArrayList<>();
		this.root.get("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.forEach((method) -> operations.add(
						new ApiOperation(path.getKey(), method.getKey().toUpperCase(Locale.ROOT), method.getValue()))));
		return operations;
	}

	ApiOperation operation(String id) {
		return operations().stream().filter((operation) -> operation.id().equals(id)).findFirst().orElseThrow();
	}

	/**
	 * Validates a value against a schema of the description.
	 * @param pointer the JSON pointer to the schema
	 * @param value the value
	 * @return the errors, or none
	 */
	List<String> validationErrors(String pointer, JsonNode value) {
		return this.schemas.getSchema(SchemaLocation.of(LOCATION + "#" + pointer))
			.validate(value)
			.stream()
			.map(Object::toString)
			.toList();
	}

	/**
	 * Asserts that the operation describes a response: its status, type, headers and
	 * body.
	 */
	void assertDescribes(ApiOperation operation, Answer answer) {
		String status = String.valueOf(answer.status());
		JsonNode response = operation.json().get("responses").get(status);
		assertThat(response).as("status " + status).isNotNull();
		JsonNode content = response.get("content");
		String type = answer.header("Content-Type");
		assertThat(content.propertyNames()).as("types of " + status).contains(type);
		String pointer = operation.pointer() + "/responses/" + status + "/content/" + escape(type) + "/schema";
		assertThat(validationErrors(pointer, body(type, answer.body()))).as(answer.body()).isEmpty();
		JsonNode headers = response.path("headers");
		headers.propertyNames().forEach((name) -> assertThat(answer.header(name)).as(name).isNotEmpty());
	}

	static JsonNode body(String type, String body) {
		return type.contains("json") ? JSON.readTree(body) : StringNode.valueOf(body);
	}

	static String escape(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

	/**
	 * A method of a path.
	 *
	 * @param path the path, with variables in braces
	 * @param method the method
	 * @param json the description of the operation
	 */
	record ApiOperation(String path, String method, JsonNode json) {

		String id() {
			return this.json.get("operationId").asString();
		}

		String pointer() {
			return "/paths/" + escape(this.path).replace("{", "%7B").replace("}", "%7D") + "/"
					+ this.method.toLowerCase(Locale.ROOT);
		}

	}

}
