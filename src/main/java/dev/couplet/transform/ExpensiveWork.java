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
	 * Returns whether the next slice waits for something outside of the process. It must
	 * then run on a virtual thread: on a worker, it would keep others from running.
	 * @return false if the next slice only computes
	 */
	default boolean waits() {
		return false;
	}

	/**
	 * Ends the work. No further slice is run.
	 * @param reason the error to report
	 */
	void fail(TransformException reason);

}
