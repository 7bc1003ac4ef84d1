package dev.couplet.simulation;

import java.util.List;

/**
 * The pods of a deployment as the autoscaler sees them for one metric, without those that
 * are being deleted.
 *
 * @param values the values of the pods that count, in thousandths
 * @param unready the number of pods that are not ready yet
 * @param missing the number of pods without a value
 */
record PodGroup(List<Long> values, int unready, int missing) {

	long sum() {
		return this.values.stream().mapToLong(Long::longValue).sum();
	}

}
