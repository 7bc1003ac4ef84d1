package dev.couplet.transform;

import java.util.function.Consumer;

/**
 * Work that runs on a virtual thread of its own, because it waits for something outside
 * of the process.
 */
final class WaitingWork implements PendingWork {

	private final Thread thread;

	private final RequestBudget budget;

	/**
	 * Creates the work.
	 * @param run runs the work to its end
	 * @param ended called at the end
	 * @param budget the budget of the request, which is abandoned with the work
	 */
	WaitingWork(Runnable run, Consumer<WaitingWork> ended, RequestBudget budget) {
		this.thread = Thread.ofVirtual().name("waiting").unstarted(() -> {
			try {
				run.run();
			}
			finally {
				ended.accept(this);
			}
		});
		this.budget = budget;
	}

	void start() {
		this.thread.start();
	}

	@Override
	public void abandon() {
		abandon(new ClientGoneException());
	}

	void abandon(TransformException reason) {
		this.budget.abandon(reason);
		this.thread.interrupt();
	}

	/**
	 * Waits until the work has ended. Interrupting the waiting thread abandons the work,
	 * but does not end the wait early.
	 * @param abandonment asked from time to time
	 */
	void join(Abandonment abandonment) {
		abandonment.await(this.thread::join, this::abandon);
	}

}
