package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Servers under the same load, one after the other, in reverse order in every second
 * round: A B B A. A temporary disturbance of the machine then affects all of them, a
 * drift favours none, and the ratio within a round is more reliable than two rates from
 * different times.
 *
 * @param title the name of the load
 * @param samples the samples of each server by name, one for each round
 */
record Comparison(String title, Map<String, List<Sample>> samples) {

	/**
	 * Warms all servers up, and then measures each of them in every round.
	 * @param title the name of the load
	 * @param contenders the servers to compare
	 * @param timing the number of rounds and the duration
	 * @return the samples
	 * @throws IOException on an I/O error, or if a server has ended
	 */
	static Comparison run(String title, List<Contender> contenders, Timing timing) throws IOException {
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		for (Contender contender : contenders) {
			Sample sample = WarmUp.run(contender.run(), timing.warmUp());
			Progress.show("%s: %s, warm-up: %s".formatted(title, contender.name(), sample.summary()));
			samples.put(contender.name(), new ArrayList<>());
		}
		for (int round = 1; round <= timing.rounds(); round++) {
			for (Contender contender : (round % 2 == 1) ? contenders : contenders.reversed()) {
				Sample sample = contender.run().take(timing.settle(), timing.window());
				Progress.show("%s: %s, round %d of %d: %s".formatted(title, contender.name(), round, timing.rounds(),
						sample.summary()));
				samples.getOrDefault(contender.name(), List.of()).add(sample);
			}
		}
		return new Comparison(title, samples);
	}

	/**
	 * Divides the results of one server by those of another, for each round.
	 * @param name the dividend
	 * @param base the divisor
	 * @param figure the metric to divide
	 * @return the ratios; empty if one of them was not measured
	 */
	Optional<Spread> ratio(String name, String base, ToDoubleFunction<Sample> figure) {
		List<Sample> dividends = this.samples.get(name);
		List<Sample> divisors = this.samples.get(base);
		if (dividends == null || divisors == null) {
			return Optional.empty();
		}
		double[] ratios = new double[dividends.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = figure.applyAsDouble(dividends.get(i)) / figure.applyAsDouble(divisors.get(i));
		}
		return Optional.of(Spread.of(ratios));
	}

	Stream<Sample> all() {
		return this.samples.values().stream().flatMap(List::stream);
	}

	/**
	 * Combines the rounds of two comparisons.
	 * @param other the same load on the same servers
	 * @return the combined comparison
	 */
	Comparison plus(Comparison other) {
		Map<String, List<Sample>> both = new LinkedHashMap<>();
		this.samples.forEach((name, rounds) -> both.put(name,
				Stream.concat(rounds.stream(), other.samples.getOrDefault(name, List.of()).stream()).toList()));
		return new Comparison(this.title, both);
	}

}
