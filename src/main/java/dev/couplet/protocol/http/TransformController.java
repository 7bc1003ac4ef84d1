package dev.couplet.protocol.http;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.Value;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs the recipe in the path on the value in the body, and responds with the result: a
 * text in UTF-8, or bytes. {@link RecipePath} reads the recipe, {@link RequestBody} the
 * value. It writes the response itself, because the recipe decides the content type.
 */
@RestController
class TransformController {

	private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");

	private final TransformPort transforms;

	TransformController(TransformPort transforms) {
		this.transforms = transforms;
	}

	// not {*recipe}, which would also match /transforms, the path of a batch
	@PostMapping(path = "/transforms/{recipe}/**", produces = { ValueResponse.TEXT, ValueResponse.BYTES })
	void transform(HttpServletRequest request, HttpServletResponse response) throws IOException {
		run(this.transforms.read(() -> RecipePath.recipe(request)), request, response);
	}

	// for a recipe that has no place in a path
	@PostMapping(path = "/transforms", produces = { ValueResponse.TEXT, ValueResponse.BYTES })
	void transformByQuery(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpMediaTypeNotAcceptableException {
		String query = request.getQueryString();
		if (query == null) {
			throw noBatch(request.getContentType());
		}
		run(this.transforms.read(() -> recipe(query)), request, response);
	}

	private static HttpMediaTypeNotAcceptableException noBatch(@Nullable String contentType) {
		if (contentType != null && JSON.matcher(contentType).matches()) {
			return new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
		}
		HttpHeaders headers = new HttpHeaders();
		headers.setAccept(List.of(MediaType.APPLICATION_JSON));
		throw new ProblemException(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
				"there is no recipe; put it into the path or into ?recipe=, or send a batch as application/json"),
				headers);
	}

	private static String recipe(String query) {
		String sent = UriRecipe.inQuery(query);
		if (sent == null || query.indexOf('&') >= 0) {
			throw new MalformedRecipeException(
					"the query must be recipe=... and nothing else; in an argument, '&' is written %26");
		}
		return UriRecipe.read(sent);
	}

	private void run(String recipe, HttpServletRequest request, HttpServletResponse response) throws IOException {
		try (MemoryReservation memory = this.transforms.newReservation()) {
			long limit = this.transforms.limit().bytes();
			Value value = this.transforms.read(() -> RequestBody.read(request, limit, memory));
			ValueResponse.write(this.transforms.transform(recipe, value, memory), response);
		}
	}

}
