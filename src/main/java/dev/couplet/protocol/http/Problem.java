package dev.couplet.protocol.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.couplet.endpoint.FailureReason;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Problem details (RFC 9457). They contain nothing of the client's text, and no
 * {@code instance}, which would only repeat the request's path.
 *
 * @param type {@code urn:couplet:problem:} and a stable name, or {@code about:blank} if
 * the status is sufficient
 * @param title the title of the type
 * @param status the HTTP status
 * @param detail a description of this problem, in printable ASCII
 * @param nearNames the names of similar transforms, the most similar first; omitted for
 * other problems
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "type", "title", "status", "detail", "nearNames" })
public record Problem(String type, String title, int status, String detail, @Nullable List<String> nearNames) {

	private static final String TYPE = "urn:couplet:problem:";

	private static final String NO_TYPE = "about:blank";

	private static final int FIRST_SERVER_ERROR = 500;

	/**
	 * Creates a problem with its own type.
	 * @param status the HTTP status
	 * @param name the type's name
	 * @param title the title of the type
	 * @param detail a description of this problem
	 * @return the problem
	 */
	static Problem of(HttpStatus status, String name, String title, String detail) {
		return new Problem(TYPE + name, title, status.value(), detail, null);
	}

	/**
	 * Creates a problem for a body, a text or a result that exceeds the limit.
	 * @param detail what exceeds which limit
	 * @return the problem
	 */
	static Problem tooLarge(String detail) {
		return of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large", detail);
	}

	/**
	 * Creates a problem without a specific type.
	 * @param status the HTTP status
	 * @param detail a description of this problem
	 * @return the problem
	 */
	static Problem of(HttpStatusCode status, String detail) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return new Problem(NO_TYPE, (known != null) ? known.getReasonPhrase() : "Error", status.value(), detail, null);
	}

	/**
	 * Creates a problem for an error of the framework or the container. Their own
	 * messages are not used: they quote the request or reveal internals.
	 * @param status the HTTP status
	 * @return the problem
	 */
	public static Problem of(HttpStatusCode status) {
		return of(status, switch (status.value()) {
			case 400 -> "the request is malformed or its headers are too large";
			case 401 -> "the server requires a header Authorization: Bearer TOKEN with a token that it knows";
			case 404 -> "there is no resource at this path";
			case 405 -> "the method is not allowed for this path";
			case 406 -> "no response type matches the Accept header";
			case 408 -> "the request was not received in time";
			case 413 -> "the request is too large";
			case 415 -> "the content type is not supported for this path";
			case 421 ->
				"the server does not accept requests for this host; couplet.http.hosts sets the hosts that it accepts";
			case 501, 505 -> "the request uses an HTTP feature that is not supported";
			case 503 -> "the server is shutting down";
			default ->
				status.is4xxClientError() ? "the request is not supported" : "the server failed to process the request";
		});
	}

	/**
	 * Returns the reason for the metrics, if the problem is not about a transform.
	 * @return the reason
	 */
	public FailureReason reason() {
		return switch (this.status) {
			case 401 -> FailureReason.UNAUTHENTICATED;
			case 408 -> FailureReason.REQUEST_TIMEOUT;
			case 413 -> FailureReason.TOO_LARGE;
			case 503 -> FailureReason.UNAVAILABLE;
			case 501, 505 -> FailureReason.MALFORMED_REQUEST;
			default ->
				(this.status < FIRST_SERVER_ERROR) ? FailureReason.MALFORMED_REQUEST : FailureReason.SERVER_FAILED;
		};
	}

	/**
	 * Adds the names of similar transforms.
	 * @param names the names, possibly none
	 * @return a new problem
	 */
	Problem withNearNames(List<String> names) {
		return new Problem(this.type, this.title, this.status, this.detail, names);
	}

}
