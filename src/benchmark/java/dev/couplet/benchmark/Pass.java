package dev.couplet.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured of servers on the same processors.
 *
 * @param processors which
 * @param comparisons the servers under the same loads
 * @param memories of each server with idle sessions; empty where that was not measured
 * @param loaded the memory of each server after load
 * @param starts of each server
 * @param growth by clients and by size; empty where that was not measured
 */
record Pass(Processors processors, List<Comparison> comparisons, List<Memory> memories, List<MemoryAfterLoad> loaded,
		StartTimes starts, Growth growth) {

	Stream<Sample> samples() {
		return Stream.concat(this.comparisons.stream().flatMap(Comparison::all), this.growth.samples().stream());
	}

}
