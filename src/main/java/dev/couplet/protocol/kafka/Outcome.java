package dev.couplet.protocol.kafka;

import dev.couplet.endpoint.FailureReason;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the service answered for a record.
 */
sealed interface Outcome {

	/**
	 * Returns the approximate size of the result.
	 * @return its length in bytes or in UTF-16 code units; 0 if there is none
	 */
	default int size() {
		return 0;
	}

	/**
	 * The record has a result.
	 *
	 * @param value the result; null for a record without a value, which stays so
	 */
	record Success(@Nullable Value value) implements Outcome {

		@Override
		public int size() {
			return (this.value != null) ? this.value.length() : 0;
		}

	}

	/**
	 * The record has no result.
	 *
	 * @param reason the reason
	 * @param handling what becomes of the record
	 * @param message a description, without anything of the value
	 * @param step the number of the step that failed, or null if it is not about a step
	 * @param position where in the value, or null if it is not known
	 */
	record Failure(FailureReason reason, ErrorHandling handling, String message, @Nullable String step,
			@Nullable String position) implements Outcome {

		static Failure of(TransformException error) {
			return new Failure(FailureReason.of(error), ErrorHandling.of(error), error.getMessage(), error.step(),
					error.position());
		}

		static Failure ofServer() {
			return new Failure(FailureReason.SERVER_FAILED, ErrorHandling.RETRY, "the server failed", null, null);
		}

		/**
		 * Returns the failure of a record whose result the broker does not take.
		 * @param reason the reason
		 * @param message a description
		 * @return the failure
		 */
		static Failure ofBroker(FailureReason reason, String message) {
			return new Failure(reason, ErrorHandling.FAIL, message, null, null);
		}

	}

	/**
	 * The record has no result, and the topic of the failures does not take it as it is.
	 *
	 * @param failure why it has no result
	 */
	record FailureWithoutValue(Failure failure) implements Outcome {

	}

}
