package dev.couplet.protocol.http;

import org.springframework.http.HttpHeaders;

/**
 * Thrown if a request is refused before a transform runs.
 */
final class ProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	private final transient HttpHeaders headers;

	ProblemException(Problem problem) {
		this(problem, new HttpHeaders());
	}

	ProblemException(Problem problem, HttpHeaders headers) {
		super(problem.detail(), null, false, false);
		this.problem = problem;
		this.headers = headers;
	}

	HttpHeaders headers() {
		return this.headers;
	}

	Problem problem() {
		return this.problem;
	}

}
