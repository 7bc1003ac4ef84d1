package dev.couplet.protocol.http;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;

/**
 * The security headers for browsers. No content type is sniffed, so that HTML in a result
 * is shown as plain text. A response that can be a page, which is any but that to a POST,
 * may load scripts, styles, images and data from this server only, and no other site can
 * frame, open or read it.
 */
public final class SecurityHeaders {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private SecurityHeaders() {
	}

	/**
	 * Sets the headers of a response, and replaces existing ones.
	 * @param request the request, possibly malformed
	 * @param response the response, not yet committed
	 */
	public static void put(Request request, HttpServletResponse response) {
		response.setHeader("X-Content-Type-Options", "nosniff");
		// results are not pages, and too frequent for 400 more bytes
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
