package dev.couplet.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that was measured.
 *
 * @param comparisons the servers under the same loads
 * @param memories of each server
 * @param starts of each server
 * @param growth by clients and by size
 * @param notes what could not be measured, and why; a sentence each
 */
record Results(List<Comparison> comparisons, List<Memory> memories, StartTimes starts, Growth growth,
		List<String> notes) {

	/**
	 * Tells whether any server gave a wrong reply.
	 * @return whether the benchmark has to fail
	 */
	boolean hasWrongReplies() {
		return samples().anyMatch((sample) -> sample.failures().containsKey(Failure.WRONG));
	}

	private Stream<Sample> samples() {
		return Stream.concat(
				this.comparisons.stream()
					.flatMap((comparison) -> comparison.samples().values().stream().flatMap(List::stream)),
				this.growth.samples().stream());
	}

}
