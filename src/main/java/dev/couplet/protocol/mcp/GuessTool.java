package dev.couplet.protocol.mcp;

import java.util.List;
import java.util.Set;

import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import tools.jackson.core.JsonGenerator;

/**
 * {@code guess}: finds the recipes that decode a value.
 */
final class GuessTool implements Tool {

	private static final String DEFINITION = """
			{
				"name": "guess",
				"title": "Guess an encoding",
				"description": "Guesses how a value of unknown form is encoded: base64, hexadecimal, gzip and other \
			compression, percent-encoding, HTML, JSON strings, quoted-printable, charsets, and combinations of up to 4 of them. \
			Returns the recipes that decode it, the best first, with the beginning of what each gives; call transform with \
			one for the whole. There are none if the value does not seem to be encoded. Ciphers, encryption and \
			digests are not recognized.",
				"inputSchema": {
					"type": "object",
					"properties": {
						"text": {"type": "string", "description": "The text, exactly as it is: white space and line breaks count"},
						"base64": {"type": "string", "contentEncoding": "base64", "description": "Instead of text: bytes, in base64 \
			(RFC 4648, on one line). Only for data that is not a text; a text that is base64 itself goes into 'text'."}
					},
					"additionalProperties": false
				},
				"outputSchema": {
					"type": "object",
					"properties": {
						"guesses": {
							"type": "array",
							"description": "At most 10, the best first",
							"items": {
								"type": "object",
								"properties": {
									"recipe": {"type": "string", "description": "The recipe that decodes the value"},
									"score": {"type": "number", "description": "How much the result looks like a text or a \
			file of a known type, from 0 to 1; not a probability"},
									"type": {"type": "string", "description": "The media type that the result seems to have"},
									"size": {"type": "integer", "description": "The size of the result in bytes"},
									"preview": {"type": "string", "description": "The beginning of the result, in hexadecimal \
			if it is not a text"}
								},
								"required": ["recipe", "score", "type", "size", "preview"]
							}
						}
					},
					"required": ["guesses"]
				},
				"annotations": {"readOnlyHint": true, "destructiveHint": false, "idempotentHint": true, "openWorldHint": false}
			}
			""";

	@Override
	public String name() {
		return "guess";
	}

	@Override
	public String definition() {
		return DEFINITION;
	}

	@Override
	public ToolResult call(Fields arguments, Transforms transforms) {
		arguments.requireOnly(Set.of(ValueArgument.TEXT, ValueArgument.BASE64));
		Value value = transforms.read(() -> ValueArgument.read(arguments));
		List<Guess> guesses = transforms.guess(value);
		return ToolResult.of((json) -> {
			json.writeStartObject();
			json.writeArrayPropertyStart("guesses");
			guesses.forEach((guess) -> write(guess, json));
			json.writeEndArray();
			json.writeEndObject();
		});
	}

	private static void write(Guess guess, JsonGenerator json) {
		json.writeStartObject();
		json.writeStringProperty("recipe", guess.recipe());
		json.writeNumberProperty("score", guess.score());
		json.writeStringProperty("type", guess.type());
		json.writeNumberProperty("size", guess.size());
		json.writeStringProperty("preview", guess.preview());
		json.writeEndObject();
	}

}
