package dev.couplet.protocol.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.couplet.endpoint.FailureReason;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * What went wrong (RFC 9457). It says nothing of the caller's text, and has no
 * {@code instance}: that would only send the caller's own path back.
 *
 * @param type {@code urn:couplet:problem:} and a name that stays the same, or
 * {@code about:blank} where the status says it all
 * @param title the type in words
 * @param status the HTTP status
 * @param detail this problem in words, printable ASCII
 * @param nearNames names of transforms that look like the one asked for, the nearest
 * first; left out where the problem is another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "type", "title", "status", "detail", "nearNames" })
public record Problem(String type, String title, int status, String detail, @Nullable List<String> nearNames) {

	private static final String TYPE = "urn:couplet:problem:";

	private static final String NO_TYPE = "about:blank";

	private static final int FIRST_OF_THE_SERVER = 500;

	/**
	 * A problem of ours.
	 * @param status the HTTP status
	 * @param name the type's name
	 * @param title the type in words
	 * @param detail this problem in words
	 * @return the problem
	 */
	static Problem of(HttpStatus status, String name, String title, String detail) {
		return new Problem(TYPE + name, title, status.value(), detail, null);
	}

	/**
	 * A body, a text or a result over the limit.
	 * @param detail which, and the limit
	 * @return the problem
	 */
	static Problem tooLarge(String detail) {
		return of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large", detail);
	}

	/**
	 * A problem that its status says all about.
	 * @param status the HTTP status
	 * @param detail this problem in words
	 * @return the problem
	 */
	static Problem of(HttpStatusCode status, String detail) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return new Problem(NO_TYPE, (known != null) ? known.getReasonPhrase() : "Error", status.value(), detail, null);
	}

	/**
	 * A problem of the framework's or the container's. Their own words are not for the
	 * caller: they quote the request, or tell of the inside.
	 * @param status the HTTP status
	 * @return the problem
	 */
	public static Problem of(HttpStatusCode status) {
		return of(status, switch (status.value()) {
			case 400 -> "the request is malformed, or its head is too large";
			case 404 -> "there is nothing at this path";
			case 405 -> "the method is not one of those that this path allows";
			case 406 -> "the answer has none of the types that the request accepts";
			case 408 -> "the request took too long to arrive";
			case 413 -> "the request is too large";
			case 415 -> "the body has none of the types that this path takes";
			case 421 -> "this is not a server of that host: couplet.http.hosts has those that it answers for";
			case 501, 505 -> "the request uses something of HTTP that this server does not know";
			case 503 -> "the server is shutting down";
			default ->
				status.is4xxClientError() ? "the request is not one that this server takes" : "the server failed";
		});
	}

	/**
	 * What the metrics call it, where it is not about a transform.
	 * @return the reason why the request got no result
	 */
	public FailureReason reason() {
		return switch (this.status) {
			case 408 -> FailureReason.REQUEST_TIMEOUT;
			case 413 -> FailureReason.TOO_LARGE;
			case 503 -> FailureReason.UNAVAILABLE;
			case 501, 505 -> FailureReason.MALFORMED_REQUEST;
			default ->
				(this.status < FIRST_OF_THE_SERVER) ? FailureReason.MALFORMED_REQUEST : FailureReason.SERVER_FAILED;
		};
	}

	/**
	 * This problem, with names that the caller may have meant.
	 * @param names names of transforms, possibly none
	 * @return another problem
	 */
	Problem withNearNames(List<String> names) {
		return new Problem(this.type, this.title, this.status, this.detail, names);
	}

}
