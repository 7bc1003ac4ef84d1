package dev.couplet.protocol.http;

import java.util.List;

import dev.couplet.endpoint.TimedTransforms;
import dev.couplet.poetry.Poem;
import dev.couplet.poetry.Poems;
import dev.couplet.transform.Utf8;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The poems over HTTP, as they are or transformed.
 */
@RestController
class PoemController {

	private final Poems poems;

	private final TimedTransforms transforms;

	PoemController(Poems poems, TimedTransforms transforms) {
		this.poems = poems;
		this.transforms = transforms;
	}

	@Operation(operationId = "listPoems", summary = "Every poem's title")
	@GetMapping(path = "/poems", produces = "application/json")
	List<Entry> poems() {
		return this.poems.titles().stream().map(Entry::new).toList();
	}

	@Operation(operationId = "getPoem", summary = "A poem, as it is or transformed")
	@Parameter(name = "recipe", in = ParameterIn.QUERY, description = "What to make of the poem")
	@GetMapping(path = "/poems/{title}", produces = "text/plain;charset=UTF-8")
	byte[] poem(@PathVariable String title, HttpServletRequest request) {
		Poem poem = this.poems.find(title).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		String recipe = recipe(request.getQueryString());
		return (recipe != null) ? Utf8.encode(this.transforms.transform(recipe, poem.text())) : poem.bytes();
	}

	// not @RequestParam, which decodes a recipe before it is taken apart
	private static @Nullable String recipe(@Nullable String query) {
		if (query == null) {
			return null;
		}
		String recipe = UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst("recipe");
		return (recipe != null) ? UriRecipe.read(recipe) : null;
	}

	/**
	 * A poem in the list.
	 *
	 * @param title its title
	 */
	@Schema(name = "PoemEntry")
	record Entry(String title) {

	}

}
