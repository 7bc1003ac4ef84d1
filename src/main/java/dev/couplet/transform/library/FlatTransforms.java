package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Formats of names and values, without nesting, as JSON and back.
 */
class FlatTransforms implements TransformLibrary {

	private static final int CALL_COST = 5000;

	@Override
	public List<Transform> transforms() {
		return List.of(queryStringToJson(), jsonToQueryString(), logfmtToJson(), jsonToLogfmt(), propertiesToJson());
	}

	private static Transform queryStringToJson() {
		return Transform.named("query-string-to-json")
			.synonyms("parse-qs", "querystring-parse", "parse-query-string", "form-to-json", "urlencoded-to-json")
			.describedAs("Converts a query string (application/x-www-form-urlencoded, URL Standard), with or without "
					+ "its question mark, to a JSON object of strings. A name that is repeated gets an array.")
			.weighing(500)
			.example("query-string-to-json", "?moon=late+full&tide=1&tide=2",
					"{\"moon\":\"late full\",\"tide\":[\"1\",\"2\"]}")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(QueryString.read(text), limit)));
	}

	private static Transform jsonToQueryString() {
		return Transform.named("json-to-query-string")
			.synonyms("querystring-stringify", "http-build-query", "json-to-form", "json-to-urlencoded")
			.describedAs("Converts a JSON object to a query string (application/x-www-form-urlencoded, URL Standard). "
					+ "An array repeats the name, and null is an empty value. Other nesting is refused.")
			.weighing(500)
			.callCost(CALL_COST)
			.example("json-to-query-string", "{\"moon\":\"late full\",\"tide\":[1,2]}", "moon=late+full&tide=1&tide=2")
			.applyingWithin(ByteOrderMark.droppedBy(QueryString::write));
	}

	private static Transform logfmtToJson() {
		return Transform.named("logfmt-to-json")
			.synonyms("parse-logfmt", "from-logfmt", "logfmt")
			.describedAs(
					"Converts each line of logfmt to a JSON object on a line. Values are strings, and a key without "
							+ "an equals sign is true.")
			.weighing(500)
			.example("logfmt-to-json", "moon=late msg=\"the tide\" full\n",
					"{\"moon\":\"late\",\"msg\":\"the tide\",\"full\":true}\n")
			.applyingWithin(ByteOrderMark.droppedBy(LogfmtReader::convert));
	}

	private static Transform jsonToLogfmt() {
		return Transform.named("json-to-logfmt")
			.synonyms("encode-logfmt", "to-logfmt")
			.describedAs("Converts JSON objects, in JSON Lines or in an array, to logfmt with a line for each. "
					+ "Values with white space are in quotation marks. Nested values are refused.")
			.weighing(500)
			.callCost(CALL_COST)
			.example("json-to-logfmt", "{\"moon\":\"late\",\"msg\":\"the tide\",\"full\":true}",
					"moon=late msg=\"the tide\" full=true\n")
			.applyingWithin(ByteOrderMark.droppedBy(LogfmtWriter::convert));
	}

	private static Transform propertiesToJson() {
		return Transform.named("properties-to-json")
			.synonyms("java-properties-to-json", "parse-properties", "from-properties", "properties2json")
			.describedAs("Converts Java properties, as java.util.Properties reads them, to a JSON object of strings. "
					+ "Dots in keys stay as they are, and duplicate keys are refused.")
			.weighing(500)
			.example("properties-to-json", "# poem\nmoon.name = late\ntide: lo\\\n  w\n",
					"{\"moon.name\":\"late\",\"tide\":\"low\"}")
			.applyingWithin(
					ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(PropertiesReader.read(text), limit)));
	}

}
