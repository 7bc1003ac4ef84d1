package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * TOML as JSON, and back.
 */
class TomlTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(toJson(), fromJson());
	}

	private static Transform toJson() {
		return Transform.named("toml-to-json")
			.synonyms("toml2json", "from-toml", "toml-parse", "parse-toml")
			.describedAs("Converts TOML 1.0 to JSON. Dates and times become strings, and infinity and NaN are refused.")
			.weighing(500)
			.callCost(20_000)
			.example("toml-to-json", "[moon]\nname = \"late\"\ntide = 1.10\n",
					"{\"moon\":{\"name\":\"late\",\"tide\":1.10}}")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(TomlReader.read(text), limit)));
	}

	private static Transform fromJson() {
		return Transform.named("json-to-toml")
			.synonyms("json2toml", "to-toml", "toml-dump")
			.describedAs("Converts a JSON object to TOML 1.0, with a table for each object in it. "
					+ "Null, and whole numbers of more than 64 bits, are refused.")
			.weighing(200)
			.callCost(5000)
			.example("json-to-toml", "{\"moon\":{\"name\":\"late\",\"tide\":1.10}}",
					"[moon]\nname = \"late\"\ntide = 1.10\n")
			.applyingWithin(ByteOrderMark.droppedBy(TomlWriter::write));
	}

}
