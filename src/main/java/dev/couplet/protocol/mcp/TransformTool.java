package dev.couplet.protocol.mcp;

import java.util.Base64;
import java.util.Set;

import dev.couplet.endpoint.FailureReason;
import dev.couplet.transform.Kind;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;

/**
 * {@code transform}: runs a recipe on a value.
 */
final class TransformTool implements Tool {

	/**
	 * The default for the maximum length of a result in characters (UTF-16 code units),
	 * in base64 if it is bytes.
	 */
	static final int MAX_RESULT = 100_000;

	private static final String RECIPE = "recipe";

	private static final String DEFINITION = """
			{
				"name": "transform",
				"title": "Transform a text",
				"description": "Runs a recipe on a text, and returns the result. Use it for exact work on characters, bytes and lines, and \
			for all that is easy to get wrong by hand: case, white space, Unicode forms; sorting, filtering, counting \
			lines; search and replace with patterns; encoding and decoding; charsets; compression; digests; JSON, YAML, \
			TOML, CSV, XML, HTML, Markdown; redaction of personal data; syllables and rhymes.\\n\
			A recipe is the name of a transform, or several with commas between them, which run from left to right: \
			trim,upper-case. Arguments come after '=', with ':' between them, in the order of the parameters: \
			`wrap=60`, `replace=rose:thorn`. Inside an argument write %2C for a comma, %3A for ':', %2E for '.', %3D for '=', \
			%28 and %29 for parentheses, %25 for '%', %0A for a line break; no quotation marks around it: \
			`replace=%2C:%3B%20` replaces commas by a semicolon and a space. \
			Some transforms run a recipe in parentheses on each part of the text: `each-line(trim,base64-decode)`, \
			`each-match=[A-Z]+(lower-case)`. At most 16 steps and 1000 characters. Patterns are RE2: no look-around, no \
			back-references.\\n\
			Recipes for common jobs: `sort-lines,unique-lines` sorts lines and removes duplicates; `keep-lines=ERROR` keeps \
			matching lines; `regex-extract=[0-9]+` lists matches; `count` counts characters, words and lines; \
			`fix-mojibake,strip-invisible,nfc` repairs a text; `slugify` makes a URL slug; `base64-decode,gunzip,json-pretty` \
			decodes and formats; `json-to-yaml` converts; `html-to-text` reads HTML; `redact` masks personal data; `sha256` \
			computes a digest; `json-query=$%2Ename` selects from JSON.\\n\
			There are more than 200 transforms: find their names and parameters with find_transforms, and do not invent any. \
			If it is unknown how a value is encoded, call guess. An error says which step failed and how to correct the \
			recipe.",
				"inputSchema": {
					"type": "object",
					"properties": {
						"recipe": {"type": "string", "description": "The recipe, such as trim,wrap=60"},
						"text": {"type": "string", "description": "The text, exactly as it is: white space and line breaks count"},
						"base64": {"type": "string", "contentEncoding": "base64", "description": "Instead of text: bytes, in base64 \
			(RFC 4648, on one line). Only for data that is not a text; a text that is base64 itself goes into 'text'."}
					},
					"required": ["recipe"],
					"additionalProperties": false
				},
				"outputSchema": {
					"type": "object",
					"properties": {
						"text": {"type": "string", "description": "The result, if the recipe gives a text"},
						"base64": {"type": "string", "description": "The result in base64, if the recipe gives bytes"}
					}
				},
				"annotations": {"readOnlyHint": true, "destructiveHint": false, "idempotentHint": true, "openWorldHint": false}
			}
			""";

	private final int maxResult;

	/**
	 * Creates the tool.
	 * @param maxResult the maximum length of a result in characters, in base64 if it is
	 * bytes
	 */
	TransformTool(int maxResult) {
		this.maxResult = maxResult;
	}

	@Override
	public String name() {
		return "transform";
	}

	@Override
	public String definition() {
		return DEFINITION;
	}

	@Override
	public ToolResult call(Fields arguments, Transforms transforms) {
		arguments.requireOnly(Set.of(RECIPE, ValueArgument.TEXT, ValueArgument.BASE64));
		String recipe = arguments.require(RECIPE);
		Value value = transforms.read(() -> ValueArgument.read(arguments));
		Value result = transforms.transform(recipe, value);
		boolean text = result.kind() == Kind.TEXT;
		long length = text ? result.text().length() : 4 * ((result.size() + 2) / 3);
		if (length > this.maxResult) {
			transforms.reject(new ValueTooLargeException(this.maxResult));
			return ToolResult.error(FailureReason.TOO_LARGE, tooLong(length, text));
		}
		return text ? text(result.text()) : bytes(result.bytes());
	}

	private String tooLong(long length, boolean text) {
		String remedy = text ? "add head=100, tail=100 or truncate=10000 to the recipe"
				: "add hexdump,head=100 to the recipe, or a digest such as sha256";
		return "the result has %s characters%s, and at most %s are returned; %s".formatted(length,
				text ? "" : " in base64", this.maxResult, remedy);
	}

	private static ToolResult text(String text) {
		return ToolResult.of(text, structured(ValueArgument.TEXT, text));
	}

	private static ToolResult bytes(byte[] bytes) {
		String structured = structured(ValueArgument.BASE64, Base64.getEncoder().encodeToString(bytes));
		return ToolResult.of(structured, structured);
	}

	private static String structured(String name, String value) {
		return Json.string((json) -> {
			json.writeStartObject();
			json.writeStringProperty(name, value);
			json.writeEndObject();
		});
	}

}
