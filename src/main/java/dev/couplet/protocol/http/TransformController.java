package dev.couplet.protocol.http;

import java.io.IOException;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.Utf8;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs the recipe in the path on the text in the body, and responds with the result in
 * UTF-8. {@link RecipePath} reads the recipe, {@link RequestText} the text. It writes the
 * response itself, because there is only one content type and so nothing to negotiate.
 */
@RestController
class TransformController {

	private static final String TEXT = "text/plain;charset=UTF-8";

	private final TransformPort transforms;

	TransformController(TransformPort transforms) {
		this.transforms = transforms;
	}

	// not {*recipe}, which would also match /transforms, the path of a batch
	@PostMapping(path = "/transforms/{recipe}/**", produces = TEXT)
	void transform(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String recipe = this.transforms.read(() -> RecipePath.recipe(request));
		try (MemoryReservation memory = this.transforms.newReservation()) {
			long limit = this.transforms.limit().bytes();
			String text = this.transforms.read(() -> RequestText.read(request, limit, memory));
			byte[] result = Utf8.encode(this.transforms.transform(recipe, text, memory));
			response.setContentType(TEXT);
			response.setContentLength(result.length);
			response.getOutputStream().write(result);
		}
	}

}
