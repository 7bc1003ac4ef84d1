package dev.couplet.simulation;

import java.util.List;

/**
 * A kind of request.
 *
 * @param name the name in tables
 * @param protocol the protocol
 * @param recipe the recipe
 * @param bytes the size of the text
 * @param costs the estimated cost of each step in seconds, by the weights of the
 * transforms; empty if it is cheap, and runs on the thread that receives it
 * @param receiving the processor time in seconds to receive, to answer, and for a cheap
 * one to transform
 * @param working the processor time in seconds on workers, if it is expensive
 */
record RequestKind(String name, Protocol protocol, String recipe, int bytes, List<Double> costs, double receiving,
		ServiceTimes working) {

	boolean isExpensive() {
		return !this.costs.isEmpty();
	}

	/**
	 * The protocol of a request.
	 */
	enum Protocol {

		/** One request on a connection. */
		NETSTRING,

		/** One request on a connection. */
		HTTP

	}

}
