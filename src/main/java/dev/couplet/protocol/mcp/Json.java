package dev.couplet.protocol.mcp;

import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes JSON token by token. The command line starts without loading data
 * binding.
 */
final class Json {

	private static final int MAX_DEPTH = 100;

	// strings are limited by the size of the message
	private static final JsonFactory FACTORY = JsonFactory.builder()
		.streamReadConstraints(
				StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxStringLength(Integer.MAX_VALUE).build())
		.disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
		// so that a short response over HTTP has a length, and is sent at once
		.disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
		.build();

	private Json() {
	}

	static JsonParser parser(byte[] json) {
		return FACTORY.createParser(ObjectReadContext.empty(), json);
	}

	/**
	 * Creates a generator for one message. Closing it neither flushes nor closes the
	 * stream.
	 * @param out the stream
	 * @return the generator, which writes UTF-8
	 */
	static JsonGenerator generator(OutputStream out) {
		return FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
	}

	/**
	 * Writes a value to a string.
	 * @param value writes the value
	 * @return the value as JSON, on one line
	 */
	static String string(Content value) {
		StringWriter written = new StringWriter();
		try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), written)) {
			value.writeTo(json);
		}
		return written.toString();
	}

	/**
	 * Removes the white space between tokens.
	 * @param json any JSON
	 * @return the same on one line
	 */
	static String onOneLine(String json) {
		return string((generator) -> {
			try (JsonParser parser = parser(json.getBytes(StandardCharsets.UTF_8))) {
				parser.nextToken();
				generator.copyCurrentStructure(parser);
			}
		});
	}

	/**
	 * Writes a part of a message.
	 */
	@FunctionalInterface
	interface Content {

		/**
		 * Writes it.
		 * @param json the destination
		 */
		void writeTo(JsonGenerator json);

	}

}
