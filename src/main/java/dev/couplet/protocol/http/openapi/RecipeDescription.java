package dev.couplet.protocol.http.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;

/**
 * Describes recipes, from the catalogue of the running server.
 */
final class RecipeDescription {

	private static final String RECIPE = "Recipe";

	private static final String STEP = "[a-z][a-z0-9]*(-[a-z0-9]+)*(=([^,:.=%]|%[0-9A-Fa-f]{2}|:)*)?";

	private final Catalogue catalogue;

	private final SizeLimit limit;

	RecipeDescription(Catalogue catalogue, SizeLimit limit) {
		this.catalogue = catalogue;
		this.limit = limit;
	}

	void addTo(Description description) {
		description.api().getComponents().addSchemas(RECIPE, recipe());
		description.schema("BatchRequest").addProperty("recipe", reference());
		describeName(parameter(description.operation("getTransform")));
		describePoem(description.operation("getPoem"));
		describeText(description.operation("transformText"));
		ExampleCalls.addBatchTo(description.operation("transformTexts"));
	}

	private static Schema<?> reference() {
		return new JsonSchema().$ref(RECIPE);
	}

	private Schema<?> recipe() {
		Schema<Object> recipe = new JsonSchema();
		recipe.typesItem("string");
		recipe.setMinLength(1);
		recipe.setMaxLength(Recipe.MAX_LENGTH);
		recipe.setPattern("^" + STEP + "(," + STEP + "){0," + (Recipe.MAX_STEPS - 1) + "}$");
		recipe.setDescription(
				"""
						A sequence of at most %d steps, separated by commas. A step is the name of a transform, or `name=argument:argument`. \
						In an argument, `,` `:` `.` `=` and `%%` are percent-encoded. In a URL the recipe can be used unchanged, \
						or percent-encoded once more. The transforms of this server, with their parameters:

						%s"""
					.formatted(Recipe.MAX_STEPS,
							this.catalogue.transforms()
								.stream()
								.map((transform) -> "- `%s`: %s".formatted(usage(transform), transform.description()))
								.collect(Collectors.joining("\n"))));
		Map<String, Object> parameters = new LinkedHashMap<>();
		this.catalogue.transforms()
			.forEach((transform) -> parameters.put(transform.name(),
					transform.parameters().stream().map(RecipeDescription::schema).toList()));
		recipe.addExtension("x-transforms", parameters);
		return recipe;
	}

	private static String usage(Transform transform) {
		return transform.name() + transform.parameters()
			.stream()
			.map(Parameter::name)
			.collect(Collectors.collectingAndThen(Collectors.joining(":"),
					(names) -> names.isEmpty() ? "" : "=" + names));
	}

	// as JSON Schema
	private static Schema<?> schema(Parameter<?> parameter) {
		Schema<Object> schema = new JsonSchema();
		schema.setTitle(parameter.name());
		if (parameter.type().equals("integer")) {
			schema.typesItem("integer").setMinimum(BigDecimal.valueOf(parameter.min()));
			schema.setMaximum(BigDecimal.valueOf(parameter.max()));
		}
		else {
			schema.typesItem("string").setMinLength(parameter.min());
			schema.setMaxLength(parameter.max());
		}
		if (parameter.defaultValue() != null) {
			schema.setDefault(parameter.defaultValue());
		}
		return schema;
	}

	private void describeName(io.swagger.v3.oas.models.parameters.Parameter name) {
		Schema<Object> names = new JsonSchema();
		names.typesItem("string");
		this.catalogue.transforms().forEach((transform) -> names.addEnumItemObject(transform.name()));
		name.setSchema(names);
	}

	private static void describePoem(Operation poem) {
		parameter(poem).schema(reference());
		Description.answer(poem, "200").schema(text());
	}

	private void describeText(Operation transform) {
		transform.addParametersItem(new io.swagger.v3.oas.models.parameters.Parameter().name("recipe")
			.in("path")
			.required(true)
			.schema(reference()));
		transform.setRequestBody(new RequestBody().description(
				"The text, at most %d bytes in UTF-8. It is read byte for byte, regardless of the content type; a charset is honoured"
					.formatted(this.limit.bytes()))
			.content(new Content().addMediaType("text/plain", new MediaType().schema(text()))));
		// springdoc cannot see a response that the controller writes itself
		Objects.requireNonNull(transform.getResponses().get("200"))
			.content(new Content().addMediaType("text/plain;charset=UTF-8", new MediaType().schema(text())));
		new ExampleCalls(this.catalogue).addTo(transform);
	}

	// springdoc describes a byte array as base64
	private static Schema<?> text() {
		return new JsonSchema().typesItem("string");
	}

	private static io.swagger.v3.oas.models.parameters.Parameter parameter(Operation operation) {
		return operation.getParameters()
			.stream()
			.filter((parameter) -> parameter.getName().equals("recipe"))
			.findFirst()
			.orElseThrow();
	}

}
