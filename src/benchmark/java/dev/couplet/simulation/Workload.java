package dev.couplet.simulation;

import java.util.List;

import dev.couplet.simulation.Arrivals.Share;
import dev.couplet.simulation.Calibration.Times;
import dev.couplet.simulation.RequestKind.Protocol;

/**
 * The requests that callers send: cheap ones, expensive ones whose texts are too small to
 * be counted as memory, and expensive ones whose texts are counted.
 */
final class Workload {

	/** The names of the kinds. */
	static final List<String> NAMES = List.of("small", "medium", "large");

	private static final int SMALL_BYTES = 1000;

	private static final int MEDIUM_BYTES = 4000;

	private static final int LARGE_BYTES = 128 * 1024;

	// by CompressionTransforms: for each byte, and for each call
	private static final double COMPRESSION_OF_BYTE = 2e-6;

	private static final double COMPRESSION = 1e-3;

	private static final double DECOMPRESSION_OF_BYTE = 4e-6;

	private static final double DECOMPRESSION = 20e-3;

	// of random characters of base64, whose compressed size is about three quarters
	private static final double COMPRESSED = 0.8;

	private Workload() {
	}

	/**
	 * Returns the kinds.
	 * @param calibration their times
	 * @return the kinds, in the order of their names
	 */
	static List<RequestKind> kinds(Calibration calibration) {
		Times small = calibration.times().getOrDefault("small", Times.NONE);
		Times medium = calibration.times().getOrDefault("medium", Times.NONE);
		Times large = calibration.times().getOrDefault("large", Times.NONE);
		double compression = COMPRESSION + COMPRESSION_OF_BYTE * MEDIUM_BYTES;
		double decompression = DECOMPRESSION + DECOMPRESSION_OF_BYTE * COMPRESSED * MEDIUM_BYTES;
		return List.of(
				new RequestKind("small", Protocol.NETSTRING, "cummingsify", SMALL_BYTES, List.of(), small.receiving(),
						(random) -> 0),
				new RequestKind("medium", Protocol.NETSTRING, "bzip2,bunzip2,bzip2", MEDIUM_BYTES,
						List.of(compression, decompression, compression), medium.receiving(),
						ServiceTimes.ofValues(medium.working())),
				new RequestKind("large", Protocol.HTTP, "bzip2", LARGE_BYTES,
						List.of(COMPRESSION + COMPRESSION_OF_BYTE * LARGE_BYTES), large.receiving(),
						ServiceTimes.ofValues(large.working())));
	}

	/**
	 * Returns the mix: a fifth is cheap, and half is medium.
	 * @param calibration the times
	 * @return the kinds with their shares
	 */
	static List<Share> mix(Calibration calibration) {
		List<RequestKind> kinds = kinds(calibration);
		return List.of(new Share(kinds.get(0), 0.2), new Share(kinds.get(1), 0.5), new Share(kinds.get(2), 0.3));
	}

	/**
	 * Returns the work of a request of the mix on workers.
	 * @param calibration the times
	 * @return the mean of all requests, cheap ones included, in seconds
	 */
	static double meanWork(Calibration calibration) {
		return mix(calibration).stream()
			.mapToDouble((share) -> share.part()
					* mean(calibration.times().getOrDefault(share.kind().name(), Times.NONE).working()))
			.sum();
	}

	private static double mean(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
	}

}
