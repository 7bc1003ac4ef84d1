package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The time from the start of servers to their first correct reply.
 *
 * @param milliseconds the times of each server by name, one for each round
 */
record StartTimes(Map<String, List<Double>> milliseconds) {

	/**
	 * Starts each server in every round.
	 * @param kinds the servers
	 * @param rounds the number of rounds
	 * @return the times
	 * @throws IOException if a server does not start
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
	 * Divides the times of one server by those of another, for each round.
	 * @param name the dividend
	 * @param base the divisor
	 * @return the ratios; empty if one of them was not measured
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
