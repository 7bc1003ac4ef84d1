package dev.couplet.protocol.http;

import java.io.IOException;
import java.util.List;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.poetry.Poem;
import dev.couplet.poetry.Poems;
import dev.couplet.transform.Value;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Serves the poems, unchanged or transformed.
 */
@RestController
class PoemController {

	private final Poems poems;

	private final TransformPort transforms;

	PoemController(Poems poems, TransformPort transforms) {
		this.poems = poems;
		this.transforms = transforms;
	}

	@GetMapping(path = "/poems", produces = "application/json")
	List<Entry> poems() {
		return this.poems.titles().stream().map(Entry::new).toList();
	}

	@GetMapping(path = "/poems/{title}", produces = { ValueResponse.TEXT, ValueResponse.BYTES })
	void poem(@PathVariable String title, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Poem poem = this.poems.find(title).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		String sent = UriRecipe.inQuery(request.getQueryString());
		if (sent == null) {
			ValueResponse.write(ValueResponse.TEXT, poem.bytes(), response);
			return;
		}
		String recipe = this.transforms.read(() -> UriRecipe.read(sent));
		ValueResponse.write(this.transforms.transform(recipe, Value.of(poem.bytes())), response);
	}

	/**
	 * A poem in the list.
	 *
	 * @param title its title
	 */
	record Entry(String title) {

	}

}
