package dev.couplet.protocol.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The response to a batch.
 *
 * @param results one result for each text, in the same order
 */
record BatchAnswer(List<Result> results) {

	/**
	 * The result for one text: either a text or a problem.
	 *
	 * @param text the result; omitted if the transformation failed
	 * @param problem the error; omitted on success
	 */
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
