package dev.couplet.protocol.http.tomcat;

import java.io.IOException;
import java.util.Collections;
import java.util.regex.Pattern;

import dev.couplet.endpoint.BearerTokens;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses requests without a valid token, before their bodies are read. The health needs
 * none, because the probes of load balancers and containers have none.
 */
final class TokenValve extends ValveBase {

	/**
	 * Of the path as the client wrote it. Tomcat and Spring resolve encodings, dots and
	 * parameters of a path differently, and a path with any of these is not matched.
	 */
	private static final Pattern HEALTH = Pattern.compile("/livez|/readyz|/actuator/health(?:/[\\w-]+)*");

	private final BearerTokens tokens;

	/**
	 * Creates a valve.
	 * @param tokens the valid tokens
	 */
	TokenValve(BearerTokens tokens) {
		super(true);
		this.tokens = tokens;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		// Tomcat does not route a malformed request to the application
		boolean malformed = response.isErrorReportRequired();
		if (malformed || HEALTH.matcher(request.getRequestURI()).matches()
				|| this.tokens.authenticate(Collections.list(request.getHeaders("Authorization")))) {
			getNext().invoke(request, response);
		}
		else {
			response.setHeader("WWW-Authenticate", "Bearer");
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
		}
	}

}
