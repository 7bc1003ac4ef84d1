package dev.couplet.protocol.grpc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The open calls, and how many there may be.
 */
final class OpenCalls {

	private final int maximum;

	// of all services
	private final AtomicInteger count = new AtomicInteger();

	// of ours
	private final Set<CallTracer> open = ConcurrentHashMap.newKeySet();

	private volatile boolean draining;

	/**
	 * Creates an empty set.
	 * @param maximum the maximum number of open calls
	 */
	OpenCalls(int maximum) {
		this.maximum = maximum;
	}

	/**
	 * Called when a call of any service begins.
	 */
	void begun() {
		this.count.incrementAndGet();
	}

	/**
	 * Called when a call of any service has ended.
	 */
	void ended() {
		this.count.decrementAndGet();
	}

	/**
	 * Returns the number of open calls of all services.
	 * @return 0 or more
	 */
	int count() {
		return this.count.get();
	}

	/**
	 * Returns the maximum number of open calls.
	 * @return at least 1
	 */
	int maximum() {
		return this.maximum;
	}

	/**
	 * Returns whether there are too many calls, so that one that has just begun must end.
	 * @return false while their number is within the maximum
	 */
	boolean areTooMany() {
		return this.count.get() > this.maximum;
	}

	void add(CallTracer call) {
		this.open.add(call);
		if (this.draining) {
			call.drain();
		}
	}

	void remove(CallTracer call) {
		this.open.remove(call);
	}

	/**
	 * Returns whether no call of our service is open. During a drain, streams end soon
	 * after their last response.
	 * @return false if a call has begun and has not ended
	 */
	boolean isEmpty() {
		return this.open.isEmpty();
	}

	/**
	 * Ends the calls whose clients take too long. Called from time to time.
	 */
	void expire() {
		this.open.forEach(CallTracer::expire);
	}

	/**
	 * Sets whether calls end as soon as they can.
	 * @param draining true for a drain
	 */
	void setDraining(boolean draining) {
		this.draining = draining;
		if (draining) {
			this.open.forEach(CallTracer::drain);
		}
	}

}
