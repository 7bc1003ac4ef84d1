package dev.couplet.endpoint;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.CompiledRecipe;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.PendingWork;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.StepObserver;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import dev.couplet.transform.guess.GuessSearch;
import dev.couplet.transform.guess.Guesser;
import org.jspecify.annotations.Nullable;

/**
 * A port without traces. It calls the service, and records metrics for every value and
 * every failed request.
 */
sealed class MeteredPort implements TransformPort permits TracedPort {

	private final TransformService service;

	private final Guesser guesser;

	private final TransformMeters meters;

	private final @Nullable BooleanSupplier clientGone;

	MeteredPort(TransformService service, TransformMeters meters, @Nullable BooleanSupplier clientGone) {
		this.service = service;
		this.guesser = new Guesser(service);
		this.meters = meters;
		this.clientGone = clientGone;
	}

	@Override
	public <T, E extends Exception> T read(RequestReader<T, E> reader) throws E {
		try {
			return reader.read();
		}
		catch (TransformException ex) {
			reject(ex);
			throw ex;
		}
	}

	@Override
	public void reject(TransformException error) {
		countFailed(error);
	}

	@Override
	public final void rejectMalformed() {
		this.meters.malformed();
	}

	@Override
	public final void countServerFailure() {
		this.meters.serverFailed();
	}

	@Override
	public CompiledRecipe check(String recipe) {
		return compile(recipe);
	}

	private CompiledRecipe compile(String recipe) {
		try {
			return this.service.compile(recipe);
		}
		catch (TransformException ex) {
			this.meters.refused(ex);
			countFailed(ex);
			throw ex;
		}
	}

	@Override
	public Value transform(String recipe, Value value) {
		try (MemoryReservation reservation = newReservation()) {
			return transform(recipe, value, reservation);
		}
	}

	@Override
	public Value transform(String recipe, Value value, MemoryReservation reservation) {
		RequestBudget budget = newBudget(reservation);
		Transformation transformation = begin(recipe, value, budget, System.nanoTime());
		await(transformation, budget);
		return transformation.result();
	}

	@Override
	public List<Guess> guess(Value value, MemoryReservation reservation) {
		RequestBudget budget = newBudget(reservation);
		GuessSearch search = beginGuess(value, budget, reservation, System.nanoTime());
		await(search, budget);
		return search.result();
	}

	@Override
	public GuessSearch beginGuess(Value value, RequestBudget budget, MemoryReservation memory, long arrived) {
		return beginGuess(value, budget, memory, arrived, (_) -> {
		});
	}

	final GuessSearch beginGuess(Value value, RequestBudget budget, MemoryReservation memory, long arrived,
			Consumer<@Nullable TransformException> ended) {
		return read(() -> this.guesser.begin(value, budget, memory, (error) -> {
			this.meters.ended(TransformMeters.GUESS, error, System.nanoTime() - arrived);
			if (error != null) {
				countFailed(error);
			}
			ended.accept(error);
		}));
	}

	@Override
	public Transformation begin(String recipe, Value value, RequestBudget budget, long arrived) {
		return begin(recipe, value, budget, arrived, (_) -> StepObserver.NONE, (_) -> {
		});
	}

	final Transformation begin(String recipe, Value value, RequestBudget budget, long arrived,
			Function<CompiledRecipe, StepObserver> observer, Consumer<@Nullable TransformException> ended) {
		CompiledRecipe compiled = compile(recipe);
		try {
			return this.service.begin(compiled, value, budget, observer.apply(compiled), (error) -> {
				this.meters.ended(compiled.name(), error, System.nanoTime() - arrived);
				if (error != null) {
					countFailed(error);
				}
				ended.accept(error);
			});
		}
		catch (MalformedTextException ex) {
			reject(ex);
			throw ex;
		}
	}

	private void countFailed(TransformException error) {
		// a protocol that abandons work itself counts the client when the connection ends
		if (this.clientGone != null || !(error instanceof ClientGoneException)) {
			this.meters.failed(error);
		}
	}

	@Override
	public void await(ExpensiveWork work, RequestBudget budget) {
		BooleanSupplier gone = this.clientGone;
		this.service.await(work, budget, (gone != null) ? gone : () -> false);
	}

	@Override
	public final PendingWork execute(ExpensiveWork work) {
		return this.service.execute(work);
	}

	@Override
	public final PendingWork executeWaiting(ExpensiveWork work, RequestBudget budget) {
		return this.service.executeWaiting(work, budget);
	}

	@Override
	public final RequestBudget newBudget(MemoryReservation reservation) {
		return this.service.newBudget(reservation);
	}

	@Override
	public final MemoryReservation newReservation() {
		return this.service.newReservation();
	}

	@Override
	public final SizeLimit limit() {
		return this.service.limit();
	}

}
