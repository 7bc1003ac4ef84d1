package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * YAML as JSON, and back.
 */
class YamlTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(toJson(), fromJson());
	}

	private static Transform toJson() {
		return Transform.named("yaml-to-json")
			.synonyms("yaml2json", "from-yaml", "yq", "yml-to-json", "yaml-parse")
			.describedAs(
					"Converts one YAML document to JSON by the Core schema of YAML 1.2: no is a string, and 1.10 a "
							+ "number that keeps its digits. Aliases and duplicate keys are refused, and so are many "
							+ "deeply nested brackets in more than 262144 characters.")
			.weighing(1500)
			.callCost(30_000)
			.example("yaml-to-json", "moon: no\ntide:\n  - 1.10\n  - ~\n", "{\"moon\":\"no\",\"tide\":[1.10,null]}")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(YamlReader.read(text), limit)));
	}

	private static Transform fromJson() {
		return Transform.named("json-to-yaml")
			.synonyms("json2yaml", "to-yaml", "yaml-dump", "json-to-yml")
			.describedAs("Converts JSON to a YAML document in block style. Strings that YAML 1.1 or 1.2 takes for "
					+ "something else, such as no, are in quotation marks. Numbers keep their digits.")
			.weighing(1500)
			.callCost(30_000)
			.example("json-to-yaml", "{\"moon\":\"no\",\"tide\":[1.10,null]}", "moon: \"no\"\ntide:\n- 1.10\n- null\n")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> YamlWriter.write(JsonReader.read(text), limit)));
	}

}
