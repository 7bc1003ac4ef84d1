package dev.couplet.protocol.http;

import dev.couplet.endpoint.FailedRequests;
import dev.couplet.transform.LoggableFailure;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.UnavailableException;
import jakarta.servlet.RequestDispatcher;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Translates all exceptions to problem details, regardless of the Accept header. It
 * counts those that are not about a transform; the port counts the others. Errors outside
 * of Spring MVC are handled by the {@code ProblemValve}.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	private final TransformProblems problems;

	private final FailedRequests failed;

	ProblemAdvice(TransformProblems problems, FailedRequests failed) {
		this.problems = problems;
		this.failed = failed;
	}

	@ExceptionHandler
	ResponseEntity<Object> translate(TransformException ex) {
		HttpHeaders headers = new HttpHeaders();
		if (ex instanceof UnavailableException unavailable) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(unavailable.retryAfter().toSeconds()));
		}
		return answer(this.problems.of(ex), headers);
	}

	@ExceptionHandler
	ResponseEntity<Object> translate(ProblemException ex) {
		this.failed.count(ex.problem().reason());
		return answer(ex.problem(), ex.headers());
	}

	// thrown when an actuator endpoint reads a query with too many parameters
	@ExceptionHandler
	@Nullable ResponseEntity<Object> translate(InvalidParameterException ex, WebRequest request) {
		HttpStatus status = HttpStatus.BAD_REQUEST;
		return handleExceptionInternal(ex, Problem.of(status), new HttpHeaders(), status, request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> translate(Exception ex, WebRequest request) {
		HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
		return handleExceptionInternal(ex, Problem.of(status), new HttpHeaders(), status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (isConnectionError(ex)) {
			// Tomcat has sent a response already, if it could; the valve needs the
			// exception for the reason
			request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, ex, RequestAttributes.SCOPE_REQUEST);
			return null;
		}
		if (status.is5xxServerError()) {
			log.error("A request failed", LoggableFailure.of(ex));
		}
		return super.handleExceptionInternal(ex, body, headers, status, request);
	}

	@Override
	protected ResponseEntity<Object> createResponseEntity(@Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		Problem problem = Problem.of(status);
		this.failed.count(problem.reason());
		return answer(problem, headers);
	}

	private static boolean isConnectionError(Exception ex) {
		return ex instanceof BadRequestException || DisconnectedClientHelper.isClientDisconnectedException(ex);
	}

	private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
		return ResponseEntity.status(problem.status())
			.headers(headers)
			// set explicitly, so that it is not negotiated
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

}
