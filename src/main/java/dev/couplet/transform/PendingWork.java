package dev.couplet.transform;

/**
 * Work that is queued or running on another thread.
 */
public interface PendingWork {

	/**
	 * Ends the work before its next slice, because its result is no longer needed. A
	 * slice that waits is interrupted. Has no effect on work that has completed.
	 */
	void abandon();

}
