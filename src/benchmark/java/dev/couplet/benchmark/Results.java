package dev.couplet.benchmark;

import java.util.List;

/**
 * All that was measured.
 *
 * @param passes on all processors, on one, or both
 * @param notes what could not be measured, and why; a sentence each
 */
record Results(List<Pass> passes, List<String> notes) {

	/**
	 * Tells whether any server gave a wrong reply.
	 * @return whether the benchmark has to fail
	 */
	boolean hasWrongReplies() {
		return this.passes.stream().flatMap(Pass::samples).anyMatch(Sample::hasWrongReplies);
	}

	/**
	 * How figures grow, from the pass that measured it.
	 * @return empty where none did
	 */
	Growth growth() {
		return this.passes.stream()
			.map(Pass::growth)
			.filter((growth) -> !growth.isEmpty())
			.findFirst()
			.orElseGet(Growth::none);
	}

}
