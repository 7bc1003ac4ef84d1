package dev.couplet.transform;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Says why the result of a request is no longer needed.
 */
@FunctionalInterface
interface Abandonment {

	/**
	 * How often it is asked while a thread waits for work of another one.
	 */
	Duration INTERVAL = Duration.ofMillis(100);

	/**
	 * Returns why the result is no longer needed.
	 * @return the error to report, or null if it is needed
	 */
	@Nullable TransformException reason();

	/**
	 * Creates an abandonment by the client.
	 * @param clientGone returns true if the client has disconnected
	 * @return the abandonment
	 */
	static Abandonment when(BooleanSupplier clientGone) {
		return () -> clientGone.getAsBoolean() ? new ClientGoneException() : null;
	}

	/**
	 * Waits until work has ended. It is abandoned if its result is no longer needed, and
	 * if this thread is interrupted. Neither ends the wait early: the work must not
	 * outlive this call.
	 * @param work the work of another thread
	 * @param abandon ends the work soon
	 */
	default void await(Work work, Consumer<TransformException> abandon) {
		boolean interrupted = false;
		boolean ended = false;
		while (!ended) {
			TransformException reason = null;
			try {
				ended = work.await(INTERVAL);
				reason = ended ? null : reason();
			}
			catch (InterruptedException ex) {
				interrupted = true;
				TransformException known = reason();
				reason = (known != null) ? known : UnavailableException.shuttingDown();
			}
			if (reason != null) {
				abandon.accept(reason);
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Work of another thread.
	 */
	@FunctionalInterface
	interface Work {

		/**
		 * Waits for the end of the work.
		 * @param timeout the maximum time
		 * @return whether it has ended
		 * @throws InterruptedException if the waiting thread is interrupted
		 */
		boolean await(Duration timeout) throws InterruptedException;

	}

}
