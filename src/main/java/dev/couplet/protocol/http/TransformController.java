package dev.couplet.protocol.http;

import java.io.IOException;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.Value;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs the recipe in the path on the value in the body, and responds with the result: a
 * text in UTF-8, or bytes. {@link RecipePath} reads the recipe, {@link RequestBody} the
 * value. It writes the response itself, because the recipe decides the content type.
 */
@RestController
class TransformController {

	private final TransformPort transforms;

	TransformController(TransformPort transforms) {
		this.transforms = transforms;
	}

	// not {*recipe}, which would also match /transforms, the path of a batch
	@PostMapping(path = "/transforms/{recipe}/**", produces = { ValueResponse.TEXT, ValueResponse.BYTES })
	void transform(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String recipe = this.transforms.read(() -> RecipePath.recipe(request));
		try (MemoryReservation memory = this.transforms.newReservation()) {
			long limit = this.transforms.limit().bytes();
			Value value = this.transforms.read(() -> RequestBody.read(request, limit, memory));
			ValueResponse.write(this.transforms.transform(recipe, value, memory), response);
		}
	}

}
