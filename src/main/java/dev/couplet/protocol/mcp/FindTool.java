package dev.couplet.protocol.mcp;

import java.util.List;
import java.util.Set;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Example;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.UnknownTransformException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * {@code find_transforms}: searches the catalogue.
 */
final class FindTool implements Tool {

	private static final int MAX_FOUND = 20;

	private static final String QUERY = "query";

	private static final String DEFINITION = """
			{
				"name": "find_transforms",
				"title": "Find transforms",
				"description": "Finds transforms for recipes by words of their names, of their names in other programs (uniq, tac, \
			btoa), of their categories and of their descriptions. Transforms that have all of the words are found, or, if \
			there are none, those that have the most. Begin with one or two words: 'sort', 'base64', 'accents', 'json csv', \
			'email'. Returns the best 20, each with its parameters in \
			the order of the arguments in a recipe, what it takes and gives (text or bytes), and an example. A parameter \
			without a default is required. Transforms that take a text and give one can follow each other in any order; \
			bytes are taken as a text if they are UTF-8.",
				"inputSchema": {
					"type": "object",
					"properties": {
						"query": {"type": "string", "description": "One or more words, or the name of a transform"}
					},
					"required": ["query"],
					"additionalProperties": false
				},
				"outputSchema": {
					"type": "object",
					"properties": {
						"transforms": {
							"type": "array",
							"description": "The best first",
							"items": {
								"type": "object",
								"properties": {
									"name": {"type": "string", "description": "The name in a recipe"},
									"description": {"type": "string"},
									"takes": {"enum": ["text", "bytes"]},
									"gives": {"enum": ["text", "bytes"]},
									"brackets": {"type": "boolean", "description": "Whether it runs a recipe in parentheses"},
									"parameters": {
										"type": "array",
										"items": {
											"type": "object",
											"properties": {
												"name": {"type": "string"},
												"type": {"type": "string"},
												"default": {"type": ["string", "integer"]},
												"min": {"type": "integer", "description": "The minimum, of a text its length"},
												"max": {"type": "integer", "description": "The maximum, of a text its length"},
												"choices": {"type": "array", "items": {"type": "string"}}
											},
											"required": ["name", "type"]
										}
									},
									"example": {
										"type": "object",
										"properties": {
											"recipe": {"type": "string"},
											"text": {"type": "string"},
											"result": {"type": "string"}
										},
										"required": ["recipe", "text", "result"]
									}
								},
								"required": ["name", "description", "takes", "gives", "brackets", "parameters"]
							}
						},
						"more": {"type": "integer", "description": "How many more were found; add a word to the query for them"}
					},
					"required": ["transforms", "more"]
				},
				"annotations": {"readOnlyHint": true, "destructiveHint": false, "idempotentHint": true, "openWorldHint": false}
			}
			""";

	@Override
	public String name() {
		return "find_transforms";
	}

	@Override
	public String definition() {
		return DEFINITION;
	}

	@Override
	public ToolResult call(Fields arguments, Transforms transforms) {
		arguments.requireOnly(Set.of(QUERY));
		List<Transform> found = find(arguments.require(QUERY), transforms.catalogue());
		return ToolResult.of((json) -> {
			json.writeStartObject();
			json.writeArrayPropertyStart("transforms");
			found.stream().limit(MAX_FOUND).forEach((transform) -> write(transform, json));
			json.writeEndArray();
			json.writeNumberProperty("more", Math.max(found.size() - MAX_FOUND, 0));
			json.writeEndObject();
		});
	}

	private static List<Transform> find(String query, Catalogue catalogue) {
		List<Transform> found = catalogue.search(query);
		return found.isEmpty() ? similar(query, catalogue) : found;
	}

	private static List<Transform> similar(String name, Catalogue catalogue) {
		try {
			return List.of(catalogue.get(name));
		}
		catch (UnknownTransformException ex) {
			return ex.nearNames().stream().map(catalogue::get).toList();
		}
	}

	private static void write(Transform transform, JsonGenerator json) {
		json.writeStartObject();
		json.writeStringProperty("name", transform.name());
		json.writeStringProperty("description", transform.description());
		json.writeStringProperty("takes", transform.takes().name());
		json.writeStringProperty("gives", transform.gives().name());
		json.writeBooleanProperty("brackets", transform.hasBrackets());
		json.writeArrayPropertyStart("parameters");
		transform.parameters().forEach((parameter) -> write(parameter, json));
		json.writeEndArray();
		write(transform.example(), json);
		json.writeEndObject();
	}

	private static void write(Parameter<?> parameter, JsonGenerator json) {
		json.writeStartObject();
		json.writeStringProperty("name", parameter.name());
		json.writeStringProperty("type", parameter.type());
		Object value = parameter.defaultValue();
		if (value instanceof Integer number) {
			json.writeNumberProperty("default", number);
		}
		else if (value != null) {
			json.writeStringProperty("default", value.toString());
		}
		if (parameter.choices().isEmpty()) {
			json.writeNumberProperty("min", parameter.min());
			json.writeNumberProperty("max", parameter.max());
		}
		else {
			json.writeArrayPropertyStart("choices");
			parameter.choices().forEach(json::writeString);
			json.writeEndArray();
		}
		json.writeEndObject();
	}

	private static void write(@Nullable Example example, JsonGenerator json) {
		if (example != null) {
			json.writeObjectPropertyStart("example");
			json.writeStringProperty("recipe", example.recipe());
			json.writeStringProperty("text", example.text());
			json.writeStringProperty("result", example.result());
			json.writeEndObject();
		}
	}

}
