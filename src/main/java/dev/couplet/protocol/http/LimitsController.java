package dev.couplet.protocol.http;

import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.Recipe;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells clients what this server accepts, so that they can divide their work accordingly.
 */
@RestController
class LimitsController {

	private final Limits limits;

	LimitsController(TransformPort transforms, HttpProperties http) {
		long textBytes = transforms.limit().bytes();
		this.limits = new Limits(textBytes, Recipe.MAX_LENGTH, Recipe.MAX_STEPS, Recipe.MAX_LEVELS,
				BatchReader.MAX_TEXTS, BatchRun.MAX_TOTAL_TEXTS * textBytes,
				(double) http.requestTimeout().toMillis() / TimeUnit.SECONDS.toMillis(1));
	}

	@GetMapping(path = "/limits", produces = MediaType.APPLICATION_JSON_VALUE)
	Limits limits() {
		return this.limits;
	}

	/**
	 * The limits of a request.
	 *
	 * @param textBytes the maximum size of a value, of an intermediate result and of the
	 * result, in bytes, in UTF-8 if it is a text
	 * @param recipeCharacters the maximum length of a recipe
	 * @param recipeSteps the maximum number of steps
	 * @param recipeLevels the maximum number of levels of brackets
	 * @param batchTexts the maximum number of values in a batch
	 * @param batchBytes the maximum size of the body of a batch, and of all its results
	 * @param requestSeconds the maximum time from the first byte of a request to the
	 * last; 0 means no timeout
	 */
	@JsonPropertyOrder({ "textBytes", "recipeCharacters", "recipeSteps", "recipeLevels", "batchTexts", "batchBytes",
			"requestSeconds" })
	record Limits(long textBytes, int recipeCharacters, int recipeSteps, int recipeLevels, int batchTexts,
			long batchBytes, double requestSeconds) {

	}

}
