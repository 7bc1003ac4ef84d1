package dev.couplet.transform.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.Kind;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Value;
import dev.couplet.transform.WaitingCall;
import dev.couplet.transform.WaitingFunction;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * Another server, which makes a transform. While it fails repeatedly, it is not called. A
 * value whose exchange fails is sent a second time, which is harmless because transforms
 * are functions. Thread-safe.
 */
public final class RemoteServer implements WaitingFunction {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

	private final RemoteTransform settings;

	private final Exchanges exchanges;

	private final CircuitBreaker breaker;

	private final Bulkhead places;

	private final LongAdder keptValues = new LongAdder();

	private volatile @Nullable String failure;

	RemoteServer(RemoteTransform settings, Exchanges exchanges, CircuitBreaker breaker, Bulkhead places) {
		this.settings = settings;
		this.exchanges = exchanges;
		this.breaker = breaker;
		this.places = places;
		breaker.getEventPublisher()
			.onSuccess((_) -> this.failure = null)
			.onError((event) -> this.failure = reason(event.getThrowable()));
	}

	@Override
	public Value apply(Value value, WaitingCall call) {
		try {
			return call(value, call);
		}
		catch (RemoteFailedException | RemoteTimeoutException ex) {
			return keep(value, ex);
		}
		catch (AcquirePermissionCancelledException ex) {
			throw new ClientGoneException();
		}
		catch (BulkheadFullException ex) {
			throwIfInterrupted();
			return keep(value, UnavailableException.overloaded(RETRY_AFTER));
		}
	}

	private Value keep(Value value, TransformException reason) {
		if (!this.settings.keepsValue()) {
			throw reason;
		}
		this.keptValues.increment();
		return value;
	}

	private Value call(Value value, WaitingCall call) {
		long start = System.nanoTime();
		Duration timeout = call.shorten(this.settings.timeout());
		Countdown countdown = new Countdown(start, timeout, timeout.compareTo(this.settings.timeout()) < 0);
		try {
			byte[] reply = this.places
				.executeSupplier(() -> this.breaker.executeSupplier(() -> exchange(value.bytes(), countdown, call)));
			return result(reply);
		}
		catch (CallNotPermittedException ex) {
			throw new RemoteFailedException("the server has failed repeatedly, and is not called at present");
		}
		catch (UncheckedIOException ex) {
			throwIfInterrupted();
			throw (ex.getCause() instanceof Exchanges.ExpiredException) ? new RemoteTimeoutException(reason(ex))
					: new RemoteFailedException(reason(ex));
		}
	}

	private byte[] exchange(byte[] value, Countdown countdown, WaitingCall call) {
		try {
			return firstOrSecondAttempt(value, countdown, call);
		}
		catch (Exchanges.ExpiredException ex) {
			// the server did not get its whole time, so it is not to blame
			throw countdown.shortened() ? new RemoteTimeoutException(reason(new UncheckedIOException(ex)))
					: new UncheckedIOException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] firstOrSecondAttempt(byte[] value, Countdown countdown, WaitingCall call) throws IOException {
		try {
			return this.exchanges.exchange(value, countdown.left(), false, call);
		}
		catch (Exchanges.NoReplyException | Exchanges.ExpiredException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throwIfInterrupted();
			return this.exchanges.exchange(value, countdown.left(), true, call);
		}
	}

	// not in the circuit breaker: a caller could choose values whose results are no texts
	private Value result(byte[] reply) {
		Value result = Value.of(reply);
		try {
			return (this.settings.gives() == Kind.TEXT) ? Value.of(result.text()) : result;
		}
		catch (MalformedTextException ex) {
			throw new RemoteFailedException("the server sent a result that is not UTF-8");
		}
	}

	private static String reason(Throwable failure) {
		return (failure instanceof UncheckedIOException io)
				? "the server " + Objects.requireNonNull(io.getCause()).getMessage()
				: String.valueOf(failure.getMessage());
	}

	private static void throwIfInterrupted() {
		if (Thread.currentThread().isInterrupted()) {
			throw new ClientGoneException();
		}
	}

	/**
	 * Returns whether an exchange has failed because of the server.
	 * @param failure the failure
	 * @return false if the value or the request is the reason
	 */
	static boolean isFault(Throwable failure) {
		return failure instanceof RemoteFailedException
				|| (failure instanceof UncheckedIOException && !saysNothing(failure));
	}

	/**
	 * Returns whether the failure of an exchange says nothing about the server.
	 * @param failure the failure
	 * @return whether it counts neither as a success nor as a failure
	 */
	static boolean saysNothing(Throwable failure) {
		return failure instanceof RemoteTimeoutException || failure instanceof UnavailableException
				|| failure instanceof ClientGoneException || failure.getCause() instanceof Exchanges.NoReplyException
				|| Thread.currentThread().isInterrupted();
	}

	/**
	 * Closes all connections.
	 */
	void close() {
		this.exchanges.close();
	}

	/**
	 * Returns the definition of the transform.
	 * @return the definition
	 */
	RemoteTransform definition() {
		return this.settings;
	}

	/**
	 * Returns the name of the transform.
	 * @return the name
	 */
	public String name() {
		return this.settings.name();
	}

	/**
	 * Returns the address of the server, for operators.
	 * @return such as {@code netstring://localhost:11000}
	 */
	public String origin() {
		return this.settings.uri().origin();
	}

	/**
	 * Returns why the last call failed.
	 * @return the reason, or null if the server answered, if only to refuse the value, or
	 * has not been called
	 */
	public @Nullable String failure() {
		return this.failure;
	}

	/**
	 * Returns whether the server is called.
	 * @return false while it is not called because it has failed repeatedly
	 */
	public boolean isCalled() {
		return this.breaker.getState() != CircuitBreaker.State.OPEN;
	}

	/**
	 * Returns how many values were kept as they are because the server did not answer.
	 * @return the number since the start
	 */
	public long keptValues() {
		return this.keptValues.sum();
	}

	/**
	 * The time that is left of a timeout.
	 *
	 * @param start the start of the timeout, from {@link System#nanoTime()}
	 * @param timeout the timeout
	 * @param shortened whether it is shorter than that of the settings, because the
	 * request has used up most of the time that it may wait
	 */
	private record Countdown(long start, Duration timeout, boolean shortened) {

		Duration left() throws Exchanges.ExpiredException {
			Duration left = this.timeout.minusNanos(System.nanoTime() - this.start);
			if (!left.isPositive()) {
				throw new Exchanges.ExpiredException();
			}
			return left;
		}

	}

}
