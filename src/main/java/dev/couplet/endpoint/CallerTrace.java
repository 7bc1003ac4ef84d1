package dev.couplet.endpoint;

import java.util.Collections;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads the caller's span from the headers of a request ({@code traceparent}), so that
 * spans of the server join its trace.
 */
public final class CallerTrace {

	private static final TextMapGetter<HttpServletRequest> HEADERS = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(HttpServletRequest request) {
			return Collections.list(request.getHeaderNames());
		}

		@Override
		public @Nullable String get(@Nullable HttpServletRequest request, String name) {
			return (request != null) ? request.getHeader(name) : null;
		}

	};

	private final @Nullable OpenTelemetry telemetry;

	/**
	 * Creates a reader.
	 * @param telemetry how spans are propagated, or null for no traces
	 */
	public CallerTrace(@Nullable OpenTelemetry telemetry) {
		this.telemetry = telemetry;
	}

	/**
	 * Returns the context of an HTTP request.
	 * @param request the request
	 * @return a context with the caller's span, or without one if it has not sent a valid
	 * one
	 */
	public Context of(HttpServletRequest request) {
		return of(request, HEADERS);
	}

	/**
	 * Returns the context of a request.
	 * @param <H> the type of the headers
	 * @param headers the headers
	 * @param getter reads the headers
	 * @return a context with the caller's span, or without one if it has not sent a valid
	 * one
	 */
	public <H> Context of(H headers, TextMapGetter<H> getter) {
		if (this.telemetry == null) {
			return Context.root();
		}
		Context extracted = this.telemetry.getPropagators()
			.getTextMapPropagator()
			.extract(Context.root(), headers, getter);
		SpanContext sent = Span.fromContext(extracted).getSpanContext();
		// only the ids: anything else from the client would be exported with the spans
		return sent.isValid() ? Context.root()
			.with(Span.wrap(SpanContext.createFromRemoteParent(sent.getTraceId(), sent.getSpanId(),
					sent.getTraceFlags(), TraceState.getDefault())))
				: Context.root();
	}

}
