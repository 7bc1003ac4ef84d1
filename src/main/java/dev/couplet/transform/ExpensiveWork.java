package dev.couplet.transform;

/**
 * Long-running work, split into slices so that other work can run in between. Used by one
 * thread at a time. Its methods do not throw.
 */
public interface ExpensiveWork {

	/**
	 * Returns the estimated cost of the next slice.
	 * @return an upper bound in nanoseconds of processor time
	 */
	long sliceCost();

	/**
	 * Runs the next slice.
	 * @return whether slices remain
	 */
	boolean runSlice();

	/**
	 * Ends the work. No further slice is run.
	 * @param reason the error to report
	 */
	void fail(TransformException reason);

}
