package dev.couplet.endpoint;

import java.util.Locale;

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
 * Why a request failed. The same words appear in the metrics of every protocol and, if
 * the reason is about a transform, in the types of HTTP problem details.
 */
public enum FailureReason {

	/** The recipe contains an unknown transform. */
	UNKNOWN_TRANSFORM,

	/** The recipe does not follow the grammar. */
	MALFORMED_RECIPE,

	/** An argument of a transform is missing or invalid. */
	BAD_ARGUMENT,

	/** The text is not well-formed in its encoding. */
	MALFORMED_TEXT,

	/** A transform rejected the text. */
	VALUE_REFUSED,

	/** The request, its text, its result or its cost exceeds a limit. */
	TOO_LARGE,

	/** A transform threw an exception. */
	TRANSFORM_FAILED,

	/** Another server, which makes a transform, is down or did not answer properly. */
	REMOTE_FAILED,

	/** Another server, which makes a transform, did not answer in time. */
	REMOTE_TIMEOUT,

	/** The server is overloaded or shutting down. */
	UNAVAILABLE,

	/** The request has no valid token. */
	UNAUTHENTICATED,

	/** The data is not a valid request of the protocol. */
	MALFORMED_REQUEST,

	/** The request did not arrive in time. */
	REQUEST_TIMEOUT,

	/** The client did not receive the reply in time. */
	WRITE_TIMEOUT,

	/** The client disconnected in the middle of a request, or reset the connection. */
	VANISHED,

	/** The server failed outside of a transform. */
	SERVER_FAILED;

	private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * Returns the reason for an error.
	 * @param error the error
	 * @return the reason
	 */
	public static FailureReason of(TransformException error) {
		return switch (error) {
			case UnknownTransformException _ -> UNKNOWN_TRANSFORM;
			case MalformedRecipeException _ -> MALFORMED_RECIPE;
			case BadArgumentException _ -> BAD_ARGUMENT;
			case MalformedTextException _ -> MALFORMED_TEXT;
			case ValueRefusedException _ -> VALUE_REFUSED;
			case ValueTooLargeException _, TooExpensiveException _ -> TOO_LARGE;
			case TransformFailedException _ -> TRANSFORM_FAILED;
			case RemoteFailedException _ -> REMOTE_FAILED;
			case RemoteTimeoutException _ -> REMOTE_TIMEOUT;
			case UnavailableException _ -> UNAVAILABLE;
			case ClientGoneException _ -> VANISHED;
		};
	}

	/**
	 * Returns the stable name of the reason.
	 * @return lower-case letters and hyphens
	 */
	public String word() {
		return this.word;
	}

}
