package dev.couplet.protocol.grpc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open calls to the service.
 */
final class OpenCalls {

	private final Set<CallTracer> open = ConcurrentHashMap.newKeySet();

	private volatile boolean draining;

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
	 * Returns whether no call is open. During a drain, streams end soon after their last
	 * response.
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
