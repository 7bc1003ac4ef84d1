package dev.couplet.protocol.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.couplet.protocol.http.ApiDocument.ApiOperation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Generates requests to an operation from its description: one that should succeed, and
 * variants that differ from it in one detail and may succeed or fail.
 */
final class GeneratedRequests {

	private static final List<String> BAD_NAMES = List.of("nosuch", "No such!", "a".repeat(1001), "", "\ud83d\ude00");

	private static final List<String> BAD_RECIPES = List.of("wrap=0", "wrap=1:2:3", "replace", "trim,", "wrap=%zz",
			"refusing", "failing", "remote-failing", "remote-late", "times=1000");

	private final ApiOperation operation;

	private final Map<String, List<String>> values = new LinkedHashMap<>();

	private final List<String> requests = new ArrayList<>();

	private GeneratedRequests(ApiOperation operation, Map<String, List<String>> known) {
		this.operation = operation;
		for (JsonNode parameter : operation.json().path("parameters")) {
			String name = parameter.get("name").asString();
			this.values.put(name,
					known.getOrDefault(name, List.of("cummingsify", "wrap=20,trim", "gzip", "quote=%2C:%2E")));
		}
	}

	/**
	 * Generates requests.
	 * @param operation an operation
	 * @param known values of parameters by name, for those without values in the
	 * description
	 * @return the requests, with one character for each byte; the first should succeed
	 */
	static List<String> to(ApiOperation operation, Map<String, List<String>> known) {
		GeneratedRequests generated = new GeneratedRequests(operation, known);
		generated.add(generated.path(Map.of()), "", generated.example());
		generated.varyHeaders();
		generated.varyParameters();
		generated.varyBody();
		return generated.requests;
	}

	private void varyHeaders() {
		add(path(Map.of()), "Accept: image/png\r\n", example());
		add(path(Map.of()), "Accept: */*\r\n", example());
	}

	private void varyParameters() {
		this.values.forEach((name, good) -> {
			good.forEach((value) -> add(path(Map.of(name, encode(value))), "", example()));
			BAD_NAMES.forEach((value) -> add(path(Map.of(name, encode(value))), "", example()));
			if (name.equals("recipe")) {
				BAD_RECIPES.forEach((value) -> add(path(Map.of(name, encode(value))), "", example()));
			}
			add(path(Map.of(name, "%zz")), "", example());
		});
	}

	private void varyBody() {
		if (!this.operation.json().has("requestBody")) {
			return;
		}
		add(path(Map.of()), "Content-Encoding: gzip\r\n", example());
		add(path(Map.of()), "Content-Encoding: br\r\n", example());
		add(path(Map.of()), "Content-Type: " + type() + ";charset=nosuch\r\n", example());
		add(path(Map.of()), "", "\u00ff\u00fe");
		add(path(Map.of()), "", "x".repeat(10_000));
		add(path(Map.of()), "", "");
		JsonNode example = firstExample();
		if (example.isArray()) {
			List.of("[]", "[{}]", "[{\"name\":\"nosuch\"}]", "[{\"name\":\"wrap\",\"arguments\":{\"width\":0}}]")
				.forEach((body) -> add(path(Map.of()), "", body));
			add(path(Map.of()), "", " ".repeat(20_000));
		}
		if (example instanceof ObjectNode object) {
			object.propertyNames().forEach((name) -> {
				addChanged(object, (changed) -> changed.remove(name));
				addChanged(object, (changed) -> changed.put(name, 1));
			});
			addChanged(object, (changed) -> changed.put("surplus", 1));
			BAD_NAMES.forEach((recipe) -> addChanged(object, (changed) -> changed.put("recipe", recipe)));
			BAD_RECIPES.forEach((recipe) -> addChanged(object, (changed) -> changed.put("recipe", recipe)));
			addChanged(object, (changed) -> fill(changed.putArray("texts")));
			addChanged(object, (changed) -> changed.putArray("texts").addObject().put("base64", "/w=="));
			addChanged(object, (changed) -> changed.putArray("texts").addObject().put("base64", "/"));
			addChanged(object, (changed) -> changed.put("recipe", "gzip"));
		}
	}

	private static void fill(ArrayNode texts) {
		for (int i = 0; i <= BatchReader.MAX_TEXTS; i++) {
			texts.add("");
		}
	}

	private void addChanged(ObjectNode object, Consumer<ObjectNode> change) {
		ObjectNode changed = object.deepCopy();
		change.accept(changed);
		add(path(Map.of()), "", inBytes(changed.toString()));
	}

	private String path(Map<String, String> changed) {
		String path = this.operation.path();
		StringBuilder query = new StringBuilder();
		for (JsonNode parameter : this.operation.json().path("parameters")) {
			String name = parameter.get("name").asString();
			String value = changed.getOrDefault(name, encode(this.values.getOrDefault(name, List.of("")).getFirst()));
			if (parameter.get("in").asString().equals("path")) {
				path = path.replace("{" + name + "}", value);
			}
			else if (changed.containsKey(name)) {
				query.append("?").append(name).append("=").append(value);
			}
		}
		return path + query;
	}

	private void add(String path, String headers, String body) {
		String type = (headers.contains("Content-Type") || type().isEmpty()) ? "" : "Content-Type: " + type() + "\r\n";
		String length = type().isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
		this.requests.add("%s %s HTTP/1.1\r\nHost: localhost\r\n%s%s%s\r\n%s".formatted(this.operation.method(), path,
				headers, type, length, body));
	}

	private String type() {
		JsonNode content = this.operation.json().path("requestBody").path("content");
		return content.isEmpty() ? "" : content.propertyNames().iterator().next();
	}

	private String example() {
		JsonNode example = firstExample();
		// the text itself for a text, and empty without an example
		return inBytes(example.isContainer() ? example.toString() : example.asString(""));
	}

	private JsonNode firstExample() {
		JsonNode examples = this.operation.json()
			.at("/requestBody/content/" + ApiDocument.escape(type()) + "/examples");
		return examples.isEmpty() ? examples.path("none") : examples.iterator().next().get("value");
	}

	/**
	 * Returns the value of an example of a body, of whatever type.
	 * @param operation the description of the operation
	 * @param example the name of the example
	 * @return the value, or a missing node
	 */
	static JsonNode body(JsonNode operation, String example) {
		return operation.at("/requestBody/content")
			.valueStream()
			.map((content) -> content.path("examples").path(example))
			.filter((found) -> found.has("value"))
			.findFirst()
			.map((found) -> found.get("value"))
			.orElse(MissingNode.getInstance());
	}

	static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static String inBytes(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

}
