package dev.couplet.protocol.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.couplet.transform.Kind;
import dev.couplet.transform.Value;
import org.jspecify.annotations.Nullable;

/**
 * The response to a batch.
 *
 * @param results one result for each value, in the same order
 */
record BatchAnswer(List<Result> results) {

	/**
	 * The result for one value: a text, bytes or a problem.
	 *
	 * @param text the result if it is a text
	 * @param base64 the result if it is bytes, which Jackson encodes
	 * @param problem the error; omitted on success
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Result(@Nullable String text, byte @Nullable [] base64, @Nullable Problem problem) {

		static Result of(Value value) {
			return (value.kind() == Kind.TEXT) ? new Result(value.text(), null, null)
					: new Result(null, value.bytes(), null);
		}

		static Result of(Problem problem) {
			return new Result(null, null, problem);
		}

	}

}
