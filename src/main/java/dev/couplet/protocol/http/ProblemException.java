package dev.couplet.protocol.http;

/**
 * Thrown if a request is refused before a transform runs.
 */
final class ProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	ProblemException(Problem problem) {
		super(problem.detail(), null, false, false);
		this.problem = problem;
	}

	Problem problem() {
		return this.problem;
	}

}
