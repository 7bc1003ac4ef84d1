package dev.couplet.benchmark;

import java.util.List;

/**
 * All results.
 *
 * @param passes the passes on all processors, on one, or both
 * @param notes what could not be measured and why, one sentence each
 */
record Results(List<Pass> passes, List<String> notes) {

	/**
	 * Returns whether any server sent a wrong reply.
	 * @return whether the benchmark must fail
	 */
	boolean hasWrongReplies() {
		return this.passes.stream().flatMap(Pass::samples).anyMatch(Sample::hasWrongReplies);
	}

	/**
	 * Returns the growth from the pass that measured it.
	 * @return empty if it was not measured
	 */
	Growth growth() {
		return this.passes.stream()
			.map(Pass::growth)
			.filter((growth) -> !growth.isEmpty())
			.findFirst()
			.orElseGet(Growth::none);
	}

}
