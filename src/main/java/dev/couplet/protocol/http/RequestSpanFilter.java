package dev.couplet.protocol.http;

import java.io.IOException;
import java.util.Set;

import dev.couplet.endpoint.CallerTrace;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Creates a span for each request, as a child of the client's span if the request has one
 * ({@code traceparent}). The span is named after the pattern of the path, because the
 * path itself contains the recipe.
 */
final class RequestSpanFilter extends OncePerRequestFilter {

	private static final int FIRST_ERROR = 400;

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

	private final Tracer tracer;

	private final CallerTrace callers;

	RequestSpanFilter(OpenTelemetry telemetry) {
		this.tracer = telemetry.getTracer("dev.couplet");
		this.callers = new CallerTrace(telemetry);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "HTTP";
		Span span = this.tracer.spanBuilder(method)
			.setParent(this.callers.of(request))
			.setSpanKind(SpanKind.SERVER)
			.setAttribute("couplet.protocol", "http")
			.startSpan();
		try (Scope _ = span.makeCurrent()) {
			chain.doFilter(request, response);
		}
		finally {
			if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
				span.updateName(method + " " + route).setAttribute("http.route", route);
			}
			span.setAttribute("http.response.status_code", (long) response.getStatus());
			if (response.getStatus() >= FIRST_ERROR) {
				span.setStatus(StatusCode.ERROR);
			}
			span.end();
		}
	}

}
