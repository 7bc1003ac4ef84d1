package dev.couplet.protocol.kafka;

import dev.couplet.endpoint.FailureReason;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * The broker does not take a record, and never will. Nothing of its transaction has been
 * written.
 */
final class RejectedRecordException extends Exception {

	private static final long serialVersionUID = 1L;

	private final boolean tooLarge;

	/**
	 * Creates the exception.
	 * @param cause the error of the broker or the producer
	 */
	RejectedRecordException(Exception cause) {
		super(cause);
		this.tooLarge = cause instanceof RecordTooLargeException || cause instanceof RecordBatchTooLargeException;
	}

	FailureReason reason() {
		return this.tooLarge ? FailureReason.TOO_LARGE : FailureReason.MALFORMED_REQUEST;
	}

	@Override
	public String getMessage() {
		return this.tooLarge ? "the result is larger than the broker or the topic allows"
				: "the topic does not take the record: its timestamp is out of range, or it has no key";
	}

}
