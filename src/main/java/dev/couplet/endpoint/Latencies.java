package dev.couplet.endpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/**
 * The latencies of all protocols as a Prometheus metric. A latency is the time from a
 * complete request to its result, including the wait for a worker.
 */
final class Latencies implements Collector {

	private static final String NAME = "couplet_transforms_latency_seconds";

	private final Map<String, LatencyHistogram> histograms = new ConcurrentHashMap<>();

	/**
	 * Returns the histogram of a protocol.
	 * @param protocol the protocol's name
	 * @return the histogram, created on the first call
	 */
	LatencyHistogram of(String protocol) {
		return this.histograms.computeIfAbsent(protocol, (_) -> new LatencyHistogram());
	}

	@Override
	public MetricSnapshot collect() {
		HistogramSnapshot.Builder snapshot = HistogramSnapshot.builder()
			.name(NAME)
			.help("Time from a text that has been read to its result");
		this.histograms
			.forEach((protocol, histogram) -> snapshot.dataPoint(histogram.snapshot(Labels.of("protocol", protocol))));
		return snapshot.build();
	}

}
