package dev.couplet.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * All results of servers on the same processors.
 *
 * @param processors which
 * @param comparisons the servers under the same loads
 * @param memories the memory of each server with idle sessions; empty if not measured
 * @param loaded the memory of each server after load
 * @param starts of each server
 * @param growth the results by clients and by size; empty if not measured
 */
record Pass(Processors processors, List<Comparison> comparisons, List<Memory> memories, List<MemoryAfterLoad> loaded,
		StartTimes starts, Growth growth) {

	Stream<Sample> samples() {
		return Stream.concat(this.comparisons.stream().flatMap(Comparison::all), this.growth.samples().stream());
	}

}
