package dev.couplet.protocol.http.tomcat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.couplet.endpoint.CurrentClient;
import dev.couplet.endpoint.FailedRequests;
import dev.couplet.endpoint.FailureReason;
import dev.couplet.protocol.http.Problem;
import dev.couplet.protocol.http.SecurityHeaders;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * Responds with problem details instead of Tomcat's error page: to malformed requests,
 * rejected paths and uncaught exceptions. It also sets the {@link SecurityHeaders} of
 * every response, because every response passes through it.
 */
class ProblemValve extends ErrorReportValve {

	private static final int FIRST_ERROR = 400;

	private final JsonMapper mapper;

	private final FailedRequests failed;

	ProblemValve(JsonMapper mapper, FailedRequests failed) {
		this.mapper = mapper;
		this.failed = failed;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		SecurityHeaders.put(request, response);
		CurrentClient.set(request, DeadlineProcessor.headersReceived(request.getCoyoteRequest())::isClientGone);
		super.invoke(request, response);
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		int status = response.getStatus();
		if (status < FIRST_ERROR || response.getContentWritten() > 0) {
			return;
		}
		// an actuator endpoint sets only the status if it does not know the rest of the
		// path
		response.setError();
		if (!response.setErrorReported()) {
			return;
		}
		Problem problem = Problem.of(HttpStatusCode.valueOf(status));
		this.failed.count(reason(problem, failure));
		if (!canWrite(response)) {
			return;
		}
		SecurityHeaders.put(request, response);
		try {
			write(problem, response);
		}
		catch (IOException ex) {
			// the client has disconnected
		}
	}

	private static FailureReason reason(Problem problem, @Nullable Throwable failure) {
		FailureReason reason = problem.reason();
		boolean vanished = reason == FailureReason.MALFORMED_REQUEST && failure instanceof ClientAbortException;
		return vanished ? FailureReason.VANISHED : reason;
	}

	private void write(Problem problem, Response response) throws IOException {
		byte[] body = this.mapper.writeValueAsBytes(problem);
		response.resetBuffer(true);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
		response.finishResponse();
	}

	private static boolean canWrite(Response response) {
		AtomicBoolean allowed = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
		return allowed.get();
	}

}
