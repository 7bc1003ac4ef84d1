package dev.couplet.protocol.http;

import java.io.IOException;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.CompiledRecipe;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MemoryReservation;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Translates recipes in JSON to their text form, which all protocols understand.
 */
@RestController
class RecipeController {

	/**
	 * The maximum size of a recipe in JSON. With every character escaped, the longest
	 * recipe is smaller.
	 */
	static final int MAX_BYTES = 16 * 1024;

	private static final JsonFactory JSON = new JsonFactory();

	private final TransformPort transforms;

	private final Catalogue catalogue;

	RecipeController(TransformPort transforms, Catalogue catalogue) {
		this.transforms = transforms;
		this.catalogue = catalogue;
	}

	@PostMapping(path = "/recipes", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	Entry recipe(HttpServletRequest request) throws IOException {
		String recipe;
		try (MemoryReservation memory = this.transforms.newReservation()) {
			recipe = this.transforms.read(() -> parse(RequestBody.read(request, MAX_BYTES, memory).text()));
		}
		CompiledRecipe compiled = this.transforms.check(recipe);
		return new Entry(recipe, compiled.takes().name(), compiled.gives().name());
	}

	private String parse(String json) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
			parser.nextToken();
			String recipe = RecipeReader.read(parser, this.catalogue);
			if (parser.nextToken() != null) {
				throw new MalformedRecipeException("the recipe is followed by more data");
			}
			return recipe;
		}
		catch (JacksonException ex) {
			// without the message, which quotes the body
			throw new MalformedRecipeException("the body is not well-formed JSON");
		}
	}

	/**
	 * A recipe.
	 *
	 * @param recipe its text form
	 * @param takes {@code text} or {@code bytes}
	 * @param gives {@code text} or {@code bytes}
	 */
	record Entry(String recipe, String takes, String gives) {

	}

}
