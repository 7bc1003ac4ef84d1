package dev.couplet.transform;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Work that runs on a virtual thread of its own, because it waits for something outside
 * of the process.
 */
final class WaitingWork implements PendingWork {

	private static final Duration CLIENT_CHECK = Duration.ofMillis(100);

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
	 * but does not end the wait early: the work must not outlive this call.
	 * @param clientGone returns true if the client has disconnected; called every 100 ms
	 */
	void join(BooleanSupplier clientGone) {
		boolean interrupted = false;
		boolean ended = false;
		while (!ended) {
			try {
				ended = this.thread.join(CLIENT_CHECK);
				if (!ended && clientGone.getAsBoolean()) {
					abandon();
				}
			}
			catch (InterruptedException ex) {
				interrupted = true;
				abandon(UnavailableException.shuttingDown());
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
