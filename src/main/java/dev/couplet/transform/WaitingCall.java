package dev.couplet.transform;

import java.time.Duration;

/**
 * The limits of one call of a {@link WaitingFunction}. Used by one thread at a time.
 */
public final class WaitingCall {

	private final SizeLimit limit;

	private final RequestBudget budget;

	private final long held;

	/**
	 * Creates a call.
	 * @param limit the maximum size of the result
	 * @param budget the remaining budget of the request
	 * @param held the length of the values that the request keeps during the call
	 */
	WaitingCall(SizeLimit limit, RequestBudget budget, long held) {
		this.limit = limit;
		this.budget = budget;
		this.held = held;
	}

	/**
	 * Returns the maximum size of the result.
	 * @return the limit
	 */
	public SizeLimit limit() {
		return this.limit;
	}

	/**
	 * Shortens a timeout to the time that the request may still wait.
	 * @param timeout the timeout of the call
	 * @return the timeout, or less
	 * @throws RemoteTimeoutException if the request may not wait any longer
	 */
	public Duration shorten(Duration timeout) {
		Duration left = this.budget.waitLeft();
		if (!left.isPositive()) {
			throw new RemoteTimeoutException("the request has waited for other servers for %s s in total"
				.formatted(RequestBudget.MAX_WAIT.toSeconds()));
		}
		return (timeout.compareTo(left) <= 0) ? timeout : left;
	}

	/**
	 * Ensures that the memory reservation of the request covers the part of the result
	 * that has arrived.
	 * @param length the number of bytes that have arrived
	 * @throws UnavailableException if there is not enough memory
	 */
	public void hold(long length) {
		this.budget.hold(this.held + length);
	}

}
