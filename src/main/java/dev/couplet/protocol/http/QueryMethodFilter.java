package dev.couplet.protocol.http;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves the method QUERY (RFC 10008) as POST, which changes nothing here either. Spring
 * MVC cannot map it, because it has no such {@code RequestMethod}. {@code Allow} lists it
 * wherever POST is allowed.
 */
class QueryMethodFilter extends OncePerRequestFilter {

	private static final String QUERY = "QUERY";

	private static final String POST = "POST";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpServletResponse allowing = new AllowingResponse(response);
		if (!QUERY.equals(request.getMethod())) {
			chain.doFilter(request, allowing);
		}
		else if (StringUtils.hasText(request.getContentType())) {
			chain.doFilter(new PostRequest(request), allowing);
		}
		else {
			// a server must not guess what a query is
			response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
		}
	}

	private static final class PostRequest extends HttpServletRequestWrapper {

		PostRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getMethod() {
			return POST;
		}

	}

	private static final class AllowingResponse extends HttpServletResponseWrapper {

		AllowingResponse(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void setHeader(String name, String value) {
			super.setHeader(name, withQuery(name, value));
		}

		@Override
		public void addHeader(String name, String value) {
			super.addHeader(name, withQuery(name, value));
		}

		private static String withQuery(String name, String value) {
			return (HttpHeaders.ALLOW.equalsIgnoreCase(name) && value.contains(POST)) ? value + "," + QUERY : value;
		}

	}

}
