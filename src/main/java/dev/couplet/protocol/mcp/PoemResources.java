package dev.couplet.protocol.mcp;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import dev.couplet.poetry.Poem;
import dev.couplet.poetry.Poems;
import tools.jackson.core.JsonGenerator;

/**
 * The poems as resources, with URIs such as {@code poem:///low-tide}.
 *
 * @param poems returns the poems, always the same
 */
record PoemResources(Supplier<Poems> poems) {

	private static final String MEDIA_TYPE = "text/plain";

	/**
	 * Writes the list of resources.
	 * @param json the destination
	 */
	void list(JsonGenerator json) {
		json.writeArrayPropertyStart("resources");
		for (String title : this.poems.get().titles()) {
			json.writeStartObject();
			json.writeStringProperty("uri", uri(title));
			json.writeStringProperty("name", title);
			json.writeStringProperty("description", "A poem");
			json.writeStringProperty("mimeType", MEDIA_TYPE);
			json.writeEndObject();
		}
		json.writeEndArray();
	}

	/**
	 * Finds a poem.
	 * @param uri the URI from a client
	 * @return the poem
	 * @throws JsonRpcException if there is none
	 */
	Json.Content read(String uri) {
		for (String title : this.poems.get().titles()) {
			if (uri(title).equals(uri)) {
				return (json) -> write(this.poems.get().find(title).orElseThrow(), json);
			}
		}
		throw new JsonRpcException(JsonRpcException.RESOURCE_NOT_FOUND,
				"there is no resource with this URI; resources/list returns those that there are");
	}

	private static void write(Poem poem, JsonGenerator json) {
		json.writeArrayPropertyStart("contents");
		json.writeStartObject();
		json.writeStringProperty("uri", uri(poem.title()));
		json.writeStringProperty("mimeType", MEDIA_TYPE);
		json.writeStringProperty("text", new String(poem.bytes(), StandardCharsets.UTF_8));
		json.writeEndObject();
		json.writeEndArray();
	}

	private static String uri(String title) {
		try {
			return new URI("poem", "", "/" + title, null, null).toASCIIString();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException("no title is invalid in a path", ex);
		}
	}

}
