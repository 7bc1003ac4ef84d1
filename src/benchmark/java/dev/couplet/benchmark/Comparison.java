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
 * Servers under the same load, in turn, and in the opposite order in every second round:
 * A B B A. What disturbs the machine for a while then disturbs all of them, what drifts
 * favours none, and the ratio within a round says more than two rates from different
 * times.
 *
 * @param title what the load is
 * @param samples of each server, by name, a round each
 */
record Comparison(String title, Map<String, List<Sample>> samples) {

	/**
	 * Warms all of them up until they are steady, and then gives each its turn in every
	 * round.
	 * @param title what the load is
	 * @param contenders those that are compared
	 * @param timing how often and how long
	 * @return what was seen
	 * @throws IOException where this machine fails, or a server is gone
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
	 * One of them divided by another, round by round.
	 * @param name which
	 * @param base by which
	 * @param figure what of them
	 * @return the ratios; empty where one of them is not there
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
	 * Both in one, with the rounds of both.
	 * @param other the same load on the same servers
	 * @return the sum
	 */
	Comparison plus(Comparison other) {
		Map<String, List<Sample>> both = new LinkedHashMap<>();
		this.samples.forEach((name, rounds) -> both.put(name,
				Stream.concat(rounds.stream(), other.samples.getOrDefault(name, List.of()).stream()).toList()));
		return new Comparison(this.title, both);
	}

}
