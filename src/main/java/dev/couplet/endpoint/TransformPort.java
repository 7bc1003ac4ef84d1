package dev.couplet.endpoint;

import java.util.List;

import dev.couplet.transform.CompiledRecipe;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.PendingWork;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import dev.couplet.transform.guess.GuessSearch;

/**
 * The port through which one protocol calls the service. It counts every request,
 * successful or not, and times and traces those that are run: a protocol reads its
 * requests with {@link #read}, runs them with one of the other methods, and counts
 * nothing itself.
 */
public interface TransformPort {

	/**
	 * Reads a request. A request that cannot be read is counted as failed.
	 * @param <T> the request
	 * @param <E> an exception of the protocol
	 * @param reader decodes the request
	 * @return the request
	 * @throws TransformException if the reader throws it
	 * @throws E if the reader throws it
	 */
	<T, E extends Exception> T read(RequestReader<T, E> reader) throws E;

	/**
	 * Counts a request that is refused before it is read, for example because it is too
	 * large.
	 * @param error the error
	 */
	void reject(TransformException error);

	/**
	 * Counts a request that is not a valid one of the protocol.
	 */
	void rejectMalformed();

	/**
	 * Counts a request to which the server has no answer because of an error of its own.
	 */
	void countServerFailure();

	/**
	 * Checks a recipe before there is a value. An invalid recipe is counted as a failed
	 * request.
	 * @param recipe the recipe in its text form
	 * @return the compiled recipe
	 * @throws TransformException if the recipe is invalid
	 */
	CompiledRecipe check(String recipe);

	/**
	 * Runs a recipe on a value whose memory need not be reserved. Blocks until there is a
	 * result.
	 * @param recipe the recipe in its text form
	 * @param value the value
	 * @return the result, of the kind that the recipe gives
	 * @throws TransformException if the request is refused or fails
	 */
	Value transform(String recipe, Value value);

	/**
	 * Runs a recipe on the value of a request. Blocks until there is a result.
	 * @param recipe the recipe in its text form
	 * @param value the value
	 * @param reservation the memory of the request
	 * @return the result, of the kind that the recipe gives
	 * @throws TransformException if the request is refused or fails
	 */
	Value transform(String recipe, Value value, MemoryReservation reservation);

	/**
	 * Guesses how a value is encoded. Blocks until there is a result. All attempts
	 * together have the budget of one request.
	 * @param value the value
	 * @param reservation the memory of the request
	 * @return the recipes that decode it, the best first; none if it does not seem to be
	 * encoded
	 * @throws TransformException if the request is refused or fails
	 */
	List<Guess> guess(Value value, MemoryReservation reservation);

	/**
	 * Prepares to guess how a value is encoded, for a caller that must not block. Nothing
	 * has been tried when this method returns.
	 * @param value the value
	 * @param budget the budget of the request, which all attempts together may use
	 * @param memory the memory of the request, which is extended for the values that the
	 * search keeps
	 * @param arrived when the request had arrived completely, from
	 * {@link System#nanoTime()}
	 * @return the search, which the caller must run to its end or fail
	 * @throws TransformException if the value is too large, or the service has stopped
	 */
	GuessSearch beginGuess(Value value, RequestBudget budget, MemoryReservation memory, long arrived);

	/**
	 * Prepares to run a recipe on a value, for a caller that must not block. No step has
	 * run when this method returns.
	 * @param recipe the recipe in its text form
	 * @param value the value
	 * @param budget the budget of the request
	 * @param arrived when the request had arrived completely, from
	 * {@link System#nanoTime()}
	 * @return the transformation, which the caller must run to its end or fail
	 * @throws TransformException if the recipe is invalid, it takes a text and the value
	 * is not one, or the service has stopped
	 */
	Transformation begin(String recipe, Value value, RequestBudget budget, long arrived);

	/**
	 * Runs the work of one request to its end: on this thread while it is cheap, then on
	 * other threads, while this thread waits. The work is abandoned if the client
	 * disconnects.
	 * @param work one or more transformations
	 * @param budget the budget of the request
	 */
	void await(ExpensiveWork work, RequestBudget budget);

	/**
	 * Queues work for the worker threads, and returns immediately.
	 * @param work the work. It fails later if it does not start within the time limit
	 * @return a handle for abandoning the work if the client disconnects
	 * @throws UnavailableException if the queue is full; {@link ExpensiveWork#fail} is
	 * not called
	 */
	PendingWork execute(ExpensiveWork work);

	/**
	 * Starts work on a virtual thread, and returns immediately.
	 * @param work the work of a recipe that waits for something outside of the process
	 * @param budget the budget of the request
	 * @return a handle for abandoning the work if the client disconnects
	 */
	PendingWork executeWaiting(ExpensiveWork work, RequestBudget budget);

	/**
	 * Creates the budget of a request, shared by all its values.
	 * @param reservation the memory of the request
	 * @return a new budget
	 */
	RequestBudget newBudget(MemoryReservation reservation);

	/**
	 * Creates an empty memory reservation, for one request or for the successive requests
	 * of a connection.
	 * @return a reservation, to be closed after the reply
	 */
	MemoryReservation newReservation();

	/**
	 * Returns the maximum size of a value and of its result.
	 * @return the limit
	 */
	SizeLimit limit();

	/**
	 * Decodes a request.
	 *
	 * @param <T> the request
	 * @param <E> an exception of the protocol
	 */
	@FunctionalInterface
	interface RequestReader<T, E extends Exception> {

		/**
		 * Decodes a request.
		 * @return the request
		 * @throws TransformException if the request is invalid
		 * @throws E if the protocol fails
		 */
		T read() throws E;

	}

}
