package dev.couplet.transform;

/**
 * A pure function with its arguments bound. Thread-safe; takes time linear in the size of
 * value and result.
 *
 * @param <I> {@code String} if it takes a text, {@code byte[]} if it takes bytes
 * @param <O> {@code String} if it gives a text, {@code byte[]} if it gives bytes
 */
@FunctionalInterface
public interface TransformFunction<I, O> {

	/**
	 * Transforms a value.
	 * @param value well-formed Unicode, or bytes, which must not be modified; within the
	 * limit, possibly empty
	 * @param limit the maximum size of the result. The caller checks the result too, so
	 * only a function that can enlarge its value considerably needs to check it
	 * @return the result: well-formed Unicode, or bytes, which nobody modifies later
	 * @throws ValueRefusedException if the value is not valid input for this function
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	O apply(I value, SizeLimit limit);

	/**
	 * Returns whether the function with these arguments can run on an event loop. It must
	 * not if it still has to load tables.
	 * @return true unless its first run takes much longer than later ones with the same
	 * arguments
	 */
	default boolean isWarm() {
		return true;
	}

	/**
	 * Returns the cost of the function with these arguments, for a transform whose cost
	 * depends on them.
	 * @return nanoseconds for each UTF-16 code unit or byte, or 0 for the cost of the
	 * transform
	 */
	default int weight() {
		return 0;
	}

	/**
	 * Returns whether the function is small enough to be kept in memory for later
	 * requests.
	 * @return true unless it takes more than a few KB
	 */
	default boolean isSmall() {
		return true;
	}

}
