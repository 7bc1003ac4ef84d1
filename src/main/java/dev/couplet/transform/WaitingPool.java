package dev.couplet.transform;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests that wait for something outside of the process, each on a virtual thread
 * of its own. Its expensive steps are left to the workers, because a step does not yield,
 * and would occupy a carrier thread.
 */
final class WaitingPool {

	private final WorkerPool workers;

	private final Set<WaitingWork> running = ConcurrentHashMap.newKeySet();

	WaitingPool(WorkerPool workers) {
		this.workers = workers;
	}

	/**
	 * Starts work, and returns at once.
	 * @param work the work
	 * @param budget the budget of the request
	 * @return the work, as it runs
	 */
	WaitingWork execute(ExpensiveWork work, RequestBudget budget) {
		WaitingWork waiting = new WaitingWork(() -> run(work, budget), this.running::remove, budget);
		this.running.add(waiting);
		waiting.start();
		return waiting;
	}

	private void run(ExpensiveWork work, RequestBudget budget) {
		boolean more = true;
		while (more) {
			TransformException reason = budget.abandoned();
			if (reason != null) {
				work.fail(reason);
				return;
			}
			more = (work.waits() || budget.spendCheap(work.sliceCost())) ? work.runSlice()
					: this.workers.executeAndWait(work, budget::abandoned);
		}
	}

	/**
	 * Abandons all work, and returns at once.
	 * @param reason the error to report
	 * @return whether there was any
	 */
	boolean abandonAll(TransformException reason) {
		boolean any = false;
		for (WaitingWork work : this.running) {
			work.abandon(reason);
			any = true;
		}
		return any;
	}

}
