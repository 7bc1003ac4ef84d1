package dev.couplet.transform;

/**
 * Work that takes long, and is done in slices, between which others have their turns.
 * Used by one thread at a time. It throws nothing.
 */
public interface ExpensiveWork {

	/**
	 * What the next slice may cost.
	 * @return nanoseconds of a processor, at the most
	 */
	long nextCost();

	/**
	 * Does the next slice.
	 * @return whether there is another
	 */
	boolean runNext();

	/**
	 * Ends the work, of which nothing more will be done.
	 * @param reason why
	 */
	void refuse(TransformException reason);

}
