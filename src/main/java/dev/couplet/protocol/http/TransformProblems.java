package dev.couplet.protocol.http;

import dev.couplet.endpoint.FailureReason;
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

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/**
 * Translates the errors of transformations to problem details.
 */
@Component
class TransformProblems {

	// as in nginx; appears only in an access log
	private static final HttpStatusCode CLIENT_CLOSED_REQUEST = HttpStatusCode.valueOf(499);

	/**
	 * Translates an error.
	 * @param reason the error
	 * @return the problem
	 */
	Problem of(TransformException reason) {
		String name = FailureReason.of(reason).word();
		String detail = reason.getMessage();
		return switch (reason) {
			case UnknownTransformException unknown ->
				Problem.of(HttpStatus.NOT_FOUND, name, "Unknown transform", detail).withNearNames(unknown.nearNames());
			case MalformedRecipeException _ -> Problem.of(HttpStatus.BAD_REQUEST, name, "Malformed recipe", detail);
			case BadArgumentException _ -> Problem.of(HttpStatus.BAD_REQUEST, name, "Bad argument", detail);
			case MalformedTextException _ -> Problem.of(HttpStatus.BAD_REQUEST, name, "Malformed text", detail);
			case ValueRefusedException _ -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, name, "Value refused", detail);
			case ValueTooLargeException _, TooExpensiveException _ -> Problem.tooLarge(detail);
			case TransformFailedException _ ->
				Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, name, "Transform failed", detail);
			case RemoteFailedException _ -> Problem.of(HttpStatus.BAD_GATEWAY, name, "Remote failed", detail);
			case RemoteTimeoutException _ -> Problem.of(HttpStatus.GATEWAY_TIMEOUT, name, "Remote timeout", detail);
			case UnavailableException _ -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, name, "Unavailable", detail);
			case ClientGoneException _ -> Problem.of(CLIENT_CLOSED_REQUEST, detail);
		};
	}

}
