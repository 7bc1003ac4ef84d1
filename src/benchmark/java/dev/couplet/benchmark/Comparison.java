package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Servers under the same load, in turn: A B A B. What disturbs the machine for a while
 * then disturbs all of them, and the ratio within a round says more than two rates from
 * different times.
 *
 * @param title what the load is
 * @param base the name of the one that the others are divided by
 * @param samples of each, by name, a round each
 */
record Comparison(String title, String base, Map<String, List<Sample>> samples) {

	/**
	 * Warms all of them up until they are steady, and then gives each its turn in every
	 * round.
	 * @param title what the load is
	 * @param base the name of the one that the others are divided by
	 * @param contenders those that are compared
	 * @param settings how often and how long
	 * @return what was seen
	 * @throws IOException where this machine fails, or a server is gone
	 */
	static Comparison run(String title, String base, List<Contender> contenders, Settings settings) throws IOException {
		for (Contender contender : contenders) {
			Sample sample = WarmUp.run(contender.run(), settings.window());
			Progress.show("%s: %s, warm-up: %s".formatted(title, contender.name(), sample.summary()));
		}
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		for (int round = 1; round <= settings.rounds(); round++) {
			for (Contender contender : contenders) {
				Sample sample = contender.run().take(settings.settle(), settings.window());
				Progress.show("%s: %s, round %d of %d: %s".formatted(title, contender.name(), round, settings.rounds(),
						sample.summary()));
				samples.computeIfAbsent(contender.name(), (name) -> new ArrayList<>()).add(sample);
			}
		}
		return new Comparison(title, base, samples);
	}

	/**
	 * One of them divided by the base, round by round.
	 * @param name which
	 * @param figure what of it
	 * @return the ratios; empty where it or the base is not there
	 */
	Optional<Spread> ratio(String name, ToDoubleFunction<Sample> figure) {
		List<Sample> dividends = this.samples.get(name);
		List<Sample> divisors = this.samples.get(this.base);
		if (dividends == null || divisors == null) {
			return Optional.empty();
		}
		double[] ratios = new double[dividends.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = figure.applyAsDouble(dividends.get(i)) / figure.applyAsDouble(divisors.get(i));
		}
		return Optional.of(Spread.of(ratios));
	}

}
