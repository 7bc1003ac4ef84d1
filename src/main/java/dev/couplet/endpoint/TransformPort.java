package dev.couplet.endpoint;

import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.PendingWork;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.UnavailableException;

/**
 * The port through which one protocol calls the service. Every request is timed, counted
 * and traced here, whether it has a result or not: a protocol reads its requests with
 * {@link #read}, runs them with one of the methods below, and does not count anything
 * itself.
 */
public interface TransformPort {

	/**
	 * Reads a request. A request that cannot be read is counted as failed.
	 * @param <T> the request
	 * @param <E> what else can go wrong, which is the protocol's
	 * @param reader decodes what the client sent
	 * @return the request
	 * @throws TransformException what the reader throws
	 * @throws E what the reader throws
	 */
	<T, E extends Exception> T read(RequestReader<T, E> reader) throws E;

	/**
	 * Counts a request that is refused before it is read, for example because it is too
	 * large.
	 * @param error why
	 */
	void reject(TransformException error);

	/**
	 * Checks a recipe before there is a text. A recipe that is refused is counted as a
	 * failed request.
	 * @param recipe a recipe as written
	 * @throws TransformException if the recipe would be refused for every text
	 */
	void check(String recipe);

	/**
	 * Runs a recipe over a text that is in memory anyway. Blocks until there is a result.
	 * @param recipe a recipe as written
	 * @param text well-formed Unicode, possibly empty
	 * @return the result, well-formed Unicode, possibly empty
	 * @throws TransformException if there is no result; its class says why
	 */
	String transform(String recipe, String text);

	/**
	 * Runs a recipe over the text of a request. Blocks until there is a result.
	 * @param recipe a recipe as written
	 * @param text well-formed Unicode, possibly empty
	 * @param reservation the memory of the request
	 * @return the result, well-formed Unicode, possibly empty
	 * @throws TransformException if there is no result; its class says why
	 */
	String transform(String recipe, String text, MemoryReservation reservation);

	/**
	 * Begins to run a recipe over a text, for a caller that must not block. No step has
	 * run when this returns.
	 * @param recipe a recipe as written
	 * @param text well-formed Unicode, possibly empty
	 * @param ascii true if the text is known to be ASCII only, which saves a scan
	 * @param budget the budget of the request
	 * @return the transformation, which the caller runs to its end or refuses
	 * @throws TransformException if the recipe is refused, or the service is stopped
	 */
	Transformation begin(String recipe, String text, boolean ascii, RequestBudget budget);

	/**
	 * Runs the work of one request to its end, on this thread while it is cheap and then
	 * on the worker threads, and blocks until then. The work is refused if the client
	 * leaves.
	 * @param work one or more transformations
	 * @param budget the budget of the request
	 */
	void await(ExpensiveWork work, RequestBudget budget);

	/**
	 * Queues work for the worker threads. Returns at once.
	 * @param work the work, which is refused later if it is not started in time
	 * @return a handle by which the work is abandoned when its client leaves
	 * @throws UnavailableException if the queue is full; the work is not refused then
	 */
	PendingWork execute(ExpensiveWork work);

	/**
	 * Creates the budget of a request, shared by all its texts.
	 * @param reservation the memory of the request
	 * @return an unspent budget
	 */
	RequestBudget newBudget(MemoryReservation reservation);

	/**
	 * Creates an empty memory reservation, for a request or for the requests of a
	 * connection one after the other.
	 * @return a reservation, to be closed when the request has been answered
	 */
	MemoryReservation newReservation();

	/**
	 * The limit of a text and of its result.
	 * @return the limit
	 */
	SizeLimit limit();

	/**
	 * Decodes a request.
	 *
	 * @param <T> the request
	 * @param <E> what else can go wrong
	 */
	@FunctionalInterface
	interface RequestReader<T, E extends Exception> {

		/**
		 * Decodes a request.
		 * @return the request
		 * @throws TransformException if the request is not a recipe and a text
		 * @throws E where the protocol fails
		 */
		T read() throws E;

	}

}
