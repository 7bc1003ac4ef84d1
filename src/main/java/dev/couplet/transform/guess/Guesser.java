package dev.couplet.transform.guess;

import java.util.List;
import java.util.function.Consumer;

import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Guesses how a value is encoded: which recipes of the catalogue decode it, alone or one
 * after the other, to something that looks like a text or a file of a known type.
 */
public final class Guesser {

	private final TransformService service;

	/**
	 * Creates a guesser.
	 * @param service runs the recipes
	 */
	public Guesser(TransformService service) {
		this.service = service;
	}

	/**
	 * Prepares a search. Nothing has been tried when this method returns.
	 * @param value the value
	 * @param budget the budget of the request, which all attempts together may use
	 * @param memory the memory of the request, which is extended for the values that the
	 * search keeps
	 * @param ended called once, at the end, with the error, or with null on success
	 * @return the search, which the caller must run to its end or fail
	 * @throws UnavailableException if the service has stopped
	 * @throws ValueTooLargeException if the value exceeds the limit
	 */
	public GuessSearch begin(Value value, RequestBudget budget, MemoryReservation memory,
			Consumer<@Nullable TransformException> ended) {
		this.service.requireRunning();
		this.service.limit().check(value.size());
		return new GuessSearch(this.service, value, budget, memory, ended);
	}

	/**
	 * Guesses how a value is encoded. Blocks until there is a result.
	 * @param value the value
	 * @return the guesses, the best first; none if the value does not seem to be encoded
	 * @throws TransformException if the value exceeds the limit, or the service is
	 * overloaded or has stopped
	 */
	public List<Guess> guess(Value value) {
		try (MemoryReservation memory = this.service.newReservation()) {
			RequestBudget budget = this.service.newBudget(memory);
			GuessSearch search = begin(value, budget, memory, (_) -> {
			});
			this.service.await(search, budget, () -> false);
			return search.result();
		}
	}

}
