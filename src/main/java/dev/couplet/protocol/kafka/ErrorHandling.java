package dev.couplet.protocol.kafka;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.TooExpensiveException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * What becomes of a record that cannot be transformed.
 */
enum ErrorHandling {

	/** It goes to the topic of the failures. */
	FAIL,

	/** It is retried a few times, and then goes to the topic of the failures. */
	RETRY,

	/** It is retried until it succeeds: it was not looked at. */
	WAIT;

	/**
	 * Returns how an error is handled.
	 * @param error the error
	 * @return what becomes of the record
	 */
	static ErrorHandling of(TransformException error) {
		return switch (error) {
			case UnknownTransformException _, MalformedRecipeException _, BadArgumentException _,
					ValueRefusedException _, MalformedTextException _, ValueTooLargeException _,
					TooExpensiveException _ ->
				FAIL;
			case TransformFailedException _, RemoteFailedException _, RemoteTimeoutException _ -> RETRY;
			case UnavailableException _, ClientGoneException _ -> WAIT;
		};
	}

}
