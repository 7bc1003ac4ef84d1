package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How long servers take from their start to their first right answer.
 *
 * @param milliseconds of each, by name, a round each
 */
record StartTimes(Map<String, List<Double>> milliseconds) {

	/**
	 * Starts each in turn.
	 * @param kinds the servers
	 * @param rounds how often
	 * @return the times
	 * @throws IOException where one does not start
	 */
	static StartTimes measure(List<ServerKind> kinds, int rounds) throws IOException {
		Map<String, List<Double>> times = new LinkedHashMap<>();
		for (int round = 1; round <= rounds; round++) {
			for (ServerKind kind : kinds) {
				long began = System.nanoTime();
				try (Server _ = kind.start()) {
					double time = (double) (System.nanoTime() - began) / TimeUnit.MILLISECONDS.toNanos(1);
					Progress.show(
							"start to ready: %s, round %d of %d: %,.0f ms".formatted(kind.name(), round, rounds, time));
					times.computeIfAbsent(kind.name(), (name) -> new ArrayList<>()).add(time);
				}
			}
		}
		return new StartTimes(times);
	}

	/**
	 * One divided by another, round by round.
	 * @param name which
	 * @param base by which
	 * @return the ratios; empty where one of them is not there
	 */
	Optional<Spread> ratio(String name, String base) {
		List<Double> dividends = this.milliseconds.get(name);
		List<Double> divisors = this.milliseconds.get(base);
		if (dividends == null || divisors == null) {
			return Optional.empty();
		}
		double[] ratios = new double[dividends.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = dividends.get(i) / divisors.get(i);
		}
		return Optional.of(Spread.of(ratios));
	}

	Map<String, Spread> spreads() {
		Map<String, Spread> spreads = new LinkedHashMap<>();
		this.milliseconds.forEach((name, times) -> spreads.put(name,
				Spread.of(times.stream().mapToDouble(Double::doubleValue).toArray())));
		return spreads;
	}

}
