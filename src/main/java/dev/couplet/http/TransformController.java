package dev.couplet.http;

import java.io.IOException;

import dev.couplet.transform.TimedTransforms;
import dev.couplet.transform.Utf8;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs the recipe in the path over the text in the body, and answers with the result in
 * UTF-8. {@link RecipePath} says how the recipe is read, {@link RequestText} how the text
 * is.
 */
@RestController
class TransformController {

	private final TimedTransforms transforms;

	TransformController(TimedTransforms transforms) {
		this.transforms = transforms;
	}

	// not {*recipe}, which would take /transforms itself away from the batch
	@PostMapping(path = "/transforms/{recipe}/**", produces = "text/plain;charset=UTF-8")
	byte[] transform(HttpServletRequest request) throws IOException {
		String recipe = RecipePath.recipe(request);
		String text = RequestText.read(request, this.transforms.limit().bytes());
		return Utf8.encode(this.transforms.transform(recipe, text));
	}

}
