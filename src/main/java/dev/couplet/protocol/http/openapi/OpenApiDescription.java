package dev.couplet.protocol.http.openapi;

import java.util.List;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Example;
import dev.couplet.transform.Kind;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;

/**
 * The content of {@code openapi.yaml}, and the parts that depend on the running server.
 */
final class OpenApiDescription {

	private static final String NAMES = "/paths/~1transforms~1{recipe}/get/parameters/0/schema/enum";

	private static final String TRANSFORM_TEXT = "/paths/~1transforms~1{recipe}/post";

	private static final String RECIPE = "/components/schemas/Recipe";

	private static final int MAX_ALIASES = 200;

	private final ObjectNode root;

	private OpenApiDescription(ObjectNode root) {
		this.root = root;
	}

	static OpenApiDescription read(JsonMapper mapper) {
		YamlMapFactoryBean yaml = new YamlMapFactoryBean() {

			@Override
			protected Yaml createYaml() {
				// for files of unknown origin the limit would be 50
				LoaderOptions options = new LoaderOptions();
				options.setMaxAliasesForCollections(MAX_ALIASES);
				return new Yaml(options);
			}

		};
		yaml.setResources(new ClassPathResource("openapi.yaml"));
		return new OpenApiDescription(mapper.valueToTree(yaml.getObject()));
	}

	ObjectNode root() {
		return this.root;
	}

	void setVersion(String version) {
		object("/info").put("version", version);
	}

	void setLimit(SizeLimit limit) {
		ObjectNode body = object(TRANSFORM_TEXT + "/requestBody");
		body.put("description", body.get("description").asString().formatted(limit.bytes()));
	}

	/**
	 * Adds all transforms to the names, the description of a recipe, and the examples.
	 * @param catalogue the transforms
	 */
	void addAll(Catalogue catalogue) {
		for (Transform transform : catalogue.transforms()) {
			add(transform);
			Example example = transform.example();
			if (example != null) {
				add(transform, example, result(example, catalogue));
			}
		}
	}

	private void add(Transform transform) {
		((ArrayNode) this.root.requiredAt(NAMES)).add(transform.name());
		ObjectNode recipe = object(RECIPE);
		recipe.put("description",
				recipe.get("description").asString() + "\n- `" + usage(transform) + "`: " + transform.description());
		ArrayNode parameters = object(RECIPE + "/x-transforms").putArray(transform.name());
		transform.parameters().forEach((parameter) -> describe(parameter, parameters.addObject()));
	}

	private void add(Transform transform, Example example, Kind<?> result) {
		String name = transform.name();
		object(TRANSFORM_TEXT + "/parameters/0/examples").putObject(name)
			.put("summary", transform.description())
			.put("value", example.recipe());
		object(TRANSFORM_TEXT + "/requestBody/content/text~1plain/examples").putObject(name)
			.put("value", example.text());
		String type = (result == Kind.BYTES) ? "application~1octet-stream" : "text~1plain;charset=UTF-8";
		object(TRANSFORM_TEXT + "/responses/200/content/" + type + "/examples").putObject(name)
			.put("value", example.result());
	}

	private static Kind<?> result(Example example, Catalogue catalogue) {
		return catalogue.get(Recipe.parse(example.recipe()).steps().getLast().name()).gives();
	}

	private static String usage(Transform transform) {
		List<String> parameters = transform.parameters().stream().map(Parameter::name).toList();
		return transform.name() + (parameters.isEmpty() ? "" : "=" + String.join(":", parameters))
				+ (transform.hasBrackets() ? "(recipe)" : "");
	}

	private static void describe(Parameter<?> parameter, ObjectNode schema) {
		boolean integer = parameter.type().equals("integer");
		schema.put("type", integer ? "integer" : "string");
		if (parameter.defaultValue() != null) {
			schema.putPOJO("default", parameter.defaultValue());
		}
		if (parameter.choices().isEmpty()) {
			schema.put(integer ? "maximum" : "maxLength", parameter.max());
			schema.put(integer ? "minimum" : "minLength", parameter.min());
		}
		else {
			parameter.choices().forEach(schema.putArray("enum")::add);
		}
		schema.put("title", parameter.name());
	}

	// an error if the file has no such object
	private ObjectNode object(String pointer) {
		return (ObjectNode) this.root.requiredAt(pointer);
	}

}
