package dev.couplet.protocol.mcp;

import java.util.List;
import java.util.function.Supplier;

import dev.couplet.endpoint.FailureReason;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import org.jspecify.annotations.Nullable;

/**
 * What the tools call for one request: the service of a server or of this process.
 */
interface Transforms {

	/**
	 * Runs a recipe on a value.
	 * @param recipe the recipe in its text form
	 * @param value the value
	 * @return the result
	 * @throws TransformException if the request is refused or fails
	 */
	Value transform(String recipe, Value value);

	/**
	 * Guesses how a value is encoded.
	 * @param value the value
	 * @return the guesses, the best first
	 * @throws TransformException if the request is refused or fails
	 */
	List<Guess> guess(Value value);

	Catalogue catalogue();

	/**
	 * Decodes a value, and counts it as a failed request if that fails.
	 * @param reader decodes the value
	 * @return the value
	 * @throws TransformException if the reader throws it
	 */
	Value read(Supplier<Value> reader);

	/**
	 * Counts a request whose result is not returned.
	 * @param error the error
	 */
	void reject(TransformException error);

	/**
	 * Counts a message that is not a valid request.
	 */
	void rejectMalformed();

	/**
	 * Counts a request that is answered.
	 * @param method its method, with the name of the tool if it calls one; or a name for
	 * all that are not valid
	 * @param failure why it failed, or null if it succeeded
	 */
	void count(String method, @Nullable FailureReason failure);

	/**
	 * Reports an error of this program for its operator, and counts it.
	 * @param failure the error, whose message may quote a caller's value
	 */
	void fail(RuntimeException failure);

}
