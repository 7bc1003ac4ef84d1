package dev.couplet.protocol.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a batch.
 *
 * @param results a result a text, in the order of the texts
 */
record BatchAnswer(List<Result> results) {

	/**
	 * What came of one text: either a text or a problem.
	 *
	 * @param text the result; left out where there is none
	 * @param problem why there is no result; left out where there is one
	 */
	@Schema(name = "BatchResult", minProperties = 1, maxProperties = 1)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Result(@Nullable String text, @Nullable Problem problem) {

		static Result of(String text) {
			return new Result(text, null);
		}

		static Result of(Problem problem) {
			return new Result(null, problem);
		}

	}

}
