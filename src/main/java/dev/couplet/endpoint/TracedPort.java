package dev.couplet.endpoint;

import java.util.function.BooleanSupplier;

import dev.couplet.transform.CompiledRecipe;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.StepObserver;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.GuessSearch;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A port with traces: a span for every guess, and one for every value, with a child span
 * for every step. Like metrics, spans contain only the names of transforms in the
 * catalogue and the reasons of failures, and nothing that a client sent.
 */
final class TracedPort extends MeteredPort {

	private static final String REASON = "error.type";

	private final String protocol;

	private final Tracer tracer;

	TracedPort(TransformService service, TransformMeters meters, @Nullable BooleanSupplier clientGone, String protocol,
			OpenTelemetry telemetry) {
		super(service, meters, clientGone);
		this.protocol = protocol;
		this.tracer = telemetry.getTracer("dev.couplet");
	}

	@Override
	public GuessSearch beginGuess(Value value, RequestBudget budget, MemoryReservation memory, long arrived) {
		Span span = start("guess");
		try {
			return beginGuess(value, budget, memory, arrived, (error) -> end(span, error));
		}
		catch (TransformException ex) {
			end(span, ex);
			throw ex;
		}
	}

	private Span start(String name) {
		// the span of the request, if the protocol has created one, and not that of the
		// client
		SpanContext current = Span.current().getSpanContext();
		boolean nested = current.isValid() && !current.isRemote();
		return this.tracer.spanBuilder(name)
			.setSpanKind(nested ? SpanKind.INTERNAL : SpanKind.SERVER)
			.setAttribute("couplet.protocol", this.protocol)
			.startSpan();
	}

	@Override
	public Transformation begin(String recipe, Value value, RequestBudget budget, long arrived) {
		Span span = start("transform UNKNOWN");
		try {
			return begin(recipe, value, budget, arrived, (compiled) -> traced(compiled, span),
					(error) -> end(span, error));
		}
		catch (TransformException ex) {
			end(span, ex);
			throw ex;
		}
	}

	@Override
	public void await(ExpensiveWork work, RequestBudget budget) {
		super.await(new WorkInContext(work, Context.current()), budget);
	}

	private static void end(Span span, @Nullable TransformException error) {
		if (error != null) {
			fail(span, FailureReason.of(error));
		}
		span.end();
	}

	private StepObserver traced(CompiledRecipe recipe, Span span) {
		if (!span.isRecording()) {
			return StepObserver.NONE;
		}
		span.updateName("transform " + recipe.name());
		// not made current, because steps can run on several threads
		return new StepSpans(this.tracer, Context.current().with(span));
	}

	@Override
	public CompiledRecipe check(String recipe) {
		try {
			return super.check(recipe);
		}
		catch (TransformException ex) {
			fail(Span.current(), FailureReason.of(ex));
			throw ex;
		}
	}

	// not recordException(): the message could contain the text
	private static void fail(Span span, FailureReason reason) {
		span.setStatus(StatusCode.ERROR).setAttribute(REASON, reason.word());
	}

	/**
	 * Creates a span for every step.
	 */
	private static final class StepSpans implements StepObserver {

		private final Tracer tracer;

		private final Context parent;

		private Span span = Span.getInvalid();

		StepSpans(Tracer tracer, Context parent) {
			this.tracer = tracer;
			this.parent = parent;
		}

		@Override
		public void started(String transform) {
			this.span = this.tracer.spanBuilder(transform).setParent(this.parent).startSpan();
		}

		@Override
		public void ended(@Nullable TransformException error) {
			end(this.span, error);
		}

	}

	/**
	 * Work whose slices run in the trace context of the request, on any thread.
	 */
	private record WorkInContext(ExpensiveWork work, Context context) implements ExpensiveWork {

		@Override
		public long sliceCost() {
			return this.work.sliceCost();
		}

		@Override
		public boolean runSlice() {
			try (Scope _ = this.context.makeCurrent()) {
				return this.work.runSlice();
			}
		}

		@Override
		public boolean waits() {
			return this.work.waits();
		}

		@Override
		public void fail(TransformException reason) {
			this.work.fail(reason);
		}

	}

}
