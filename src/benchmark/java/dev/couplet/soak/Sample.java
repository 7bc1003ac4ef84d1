package dev.couplet.soak;

import java.time.Duration;

/**
 * How the server was at a moment.
 *
 * @param after since the beginning
 * @param heap bytes of its heap in use, after a collection
 * @param resident bytes of memory of the process
 * @param threads its threads, of the system
 * @param descriptors its open files and sockets
 * @param median the latency of half of the good requests before, in milliseconds
 * @param slow the latency of all but a hundredth of them, in milliseconds
 */
record Sample(Duration after, long heap, long resident, long threads, long descriptors, double median, double slow) {

	@Override
	public String toString() {
		return "%4d s  heap %3d MB, resident %3d MB, %2d threads, %3d descriptors, p50 %.2f ms, p99 %.2f ms".formatted(
				this.after.toSeconds(), this.heap >> 20, this.resident >> 20, this.threads, this.descriptors,
				this.median, this.slow);
	}

}
