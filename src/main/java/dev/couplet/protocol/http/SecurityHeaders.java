package dev.couplet.protocol.http;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;

/**
 * What browsers are told. No response may be taken for another type than it says, so that
 * a caller's HTML comes back as the plain text that it is. A response that may be a page,
 * which is any but that to a POST, loads scripts, styles, images and data from this
 * server alone, and no other site can frame, open or read it.
 */
public final class SecurityHeaders {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private SecurityHeaders() {
	}

	/**
	 * Puts the headers on a response, in place of those that are there.
	 * @param request the request, which need not be a well-formed one
	 * @param response its response, not yet committed
	 */
	public static void put(Request request, HttpServletResponse response) {
		response.setHeader("X-Content-Type-Options", "nosniff");
		// a result is no page, and is sent too often to carry 400 bytes more
		if (!"POST".equals(request.getMethod())) {
			response.setHeader("Content-Security-Policy", POLICY);
			response.setHeader("X-Frame-Options", "DENY");
			response.setHeader("Referrer-Policy", "no-referrer");
			response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
			response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
			response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
		}
	}

}
