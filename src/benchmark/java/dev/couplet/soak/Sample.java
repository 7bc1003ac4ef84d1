package dev.couplet.soak;

import java.time.Duration;

/**
 * The state of the server at a point in time.
 *
 * @param after the time since the start
 * @param heap the live objects in the heap, in bytes
 * @param resident the resident memory of the process in bytes
 * @param threads the number of threads
 * @param descriptors the number of open files and sockets
 * @param median the median latency of good requests, in milliseconds
 * @param slow their 99th percentile latency, in milliseconds
 */
record Sample(Duration after, long heap, long resident, long threads, long descriptors, double median, double slow) {

	@Override
	public String toString() {
		return "%4d s  heap %3d MB, resident %3d MB, %2d threads, %3d descriptors, p50 %.2f ms, p99 %.2f ms".formatted(
				this.after.toSeconds(), this.heap >> 20, this.resident >> 20, this.threads, this.descriptors,
				this.median, this.slow);
	}

}
