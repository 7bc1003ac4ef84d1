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
	 * Returns whether a request is in flight.
	 * @return false if all calls are streams that wait for a request
	 */
	boolean areServing() {
		return this.open.stream().anyMatch(CallTracer::isServing);
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
