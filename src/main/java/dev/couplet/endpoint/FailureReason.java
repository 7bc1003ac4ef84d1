package dev.couplet.endpoint;

import java.util.Locale;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.TextRefusedException;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.TooExpensiveException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;

/**
 * Why a request got no result. The same words for it in the metrics of every protocol and
 * in the types of HTTP's problems.
 */
public enum FailureReason {

	/** The recipe names a transform that there is not. */
	UNKNOWN_TRANSFORM,

	/** The recipe does not follow the grammar. */
	MALFORMED_RECIPE,

	/** A transform does not take its arguments. */
	BAD_ARGUMENT,

	/** The text is not well-formed in its encoding. */
	MALFORMED_TEXT,

	/** A transform does not take the text. */
	TEXT_REFUSED,

	/** A request, its text, what becomes of it, or what it costs is over the limit. */
	TOO_LARGE,

	/** A transform broke. */
	TRANSFORM_FAILED,

	/** The server is overloaded or shuts down. */
	UNAVAILABLE,

	/** What was sent is not a request of the protocol. */
	MALFORMED_REQUEST,

	/** The request did not arrive in time. */
	REQUEST_TIMEOUT,

	/** The client did not take the reply in time. */
	WRITE_TIMEOUT,

	/** The client left within a request, or reset the connection. */
	VANISHED,

	/** The server broke outside of any transform. */
	SERVER_FAILED;

	private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * The kind of an error.
	 * @param error why a text was not transformed
	 * @return the reason
	 */
	public static FailureReason of(TransformException error) {
		return switch (error) {
			case UnknownTransformException _ -> UNKNOWN_TRANSFORM;
			case MalformedRecipeException _ -> MALFORMED_RECIPE;
			case BadArgumentException _ -> BAD_ARGUMENT;
			case MalformedTextException _ -> MALFORMED_TEXT;
			case TextRefusedException _ -> TEXT_REFUSED;
			case TextTooLargeException _, TooExpensiveException _ -> TOO_LARGE;
			case TransformFailedException _ -> TRANSFORM_FAILED;
			case UnavailableException _ -> UNAVAILABLE;
			case ClientGoneException _ -> VANISHED;
		};
	}

	/**
	 * The reason in a word that stays the same.
	 * @return lower-case letters and hyphens
	 */
	public String word() {
		return this.word;
	}

}
