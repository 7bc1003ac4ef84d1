package dev.couplet.simulation;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests the rates at which requests arrive.
 */
class ArrivalsTests {

	private static final RequestKind CHEAP = new RequestKind("cheap", RequestKind.Protocol.NETSTRING, "trim", 10,
			List.of(), 0, (random) -> 0);

	private static final RequestKind EXPENSIVE = new RequestKind("expensive", RequestKind.Protocol.HTTP, "bzip2", 10,
			List.of(1.0), 0, (random) -> 2);

	private static final List<Arrivals.Share> MIX = List.of(new Arrivals.Share(CHEAP, 0.75),
			new Arrivals.Share(EXPENSIVE, 0.25));

	@Test
	void constantArrivalsAreAPoissonProcess() {
		List<Arrivals.Arrival> arrivals = arrivals(new Trace.Constant(50, 2000), 1);
		assertThat(arrivals.size()).isCloseTo(100_000, within(1000));
		// gaps longer than the mean: 1/e of all
		long longer = 0;
		for (int i = 1; i < arrivals.size(); i++) {
			longer += (arrivals.get(i).time() - arrivals.get(i - 1).time() > 0.02) ? 1 : 0;
		}
		assertThat((double) longer / arrivals.size()).isCloseTo(Math.exp(-1), within(0.01));
	}

	@Test
	void aDayHasItsPeakAtNoon() {
		List<Arrivals.Arrival> arrivals = arrivals(new Trace.Day(10, 100, 2400), 2);
		assertThat(rate(arrivals, 0, 50)).isCloseTo(10, within(3.0));
		assertThat(rate(arrivals, 550, 650)).isCloseTo(55, within(3.0));
		assertThat(rate(arrivals, 1150, 1250)).isCloseTo(100, within(4.0));
		assertThat(rate(arrivals, 2350, 2400)).isCloseTo(10, within(3.0));
	}

	@Test
	void aFlashCrowdIsThereWithinSecondsAndGone() {
		List<Arrivals.Arrival> arrivals = arrivals(new Trace.FlashCrowd(20, 20, 300, 5, 600, 900), 3);
		assertThat(rate(arrivals, 0, 300)).isCloseTo(20, within(1.0));
		assertThat(rate(arrivals, 300, 305)).isCloseTo(210, within(25.0));
		assertThat(rate(arrivals, 305, 600)).isCloseTo(400, within(5.0));
		assertThat(rate(arrivals, 605, 900)).isCloseTo(20, within(1.0));
	}

	@Test
	void theMixHasItsShares() {
		List<Arrivals.Arrival> arrivals = arrivals(new Trace.Constant(50, 1000), 4);
		List<Arrivals.Arrival> expensive = arrivals.stream()
			.filter((arrival) -> arrival.kind().equals(EXPENSIVE))
			.toList();
		assertThat((double) expensive.size() / arrivals.size()).isCloseTo(0.25, within(0.01));
		assertThat(expensive).allMatch((arrival) -> arrival.work() == 2);
	}

	@Test
	void theSameSeedGivesTheSameArrivals() {
		Trace trace = new Trace.Constant(50, 10);
		assertThat(arrivals(trace, 5)).isEqualTo(arrivals(trace, 5)).isNotEqualTo(arrivals(trace, 6));
	}

	private static List<Arrivals.Arrival> arrivals(Trace trace, long seed) {
		Timeline timeline = new Timeline();
		List<Arrivals.Arrival> arrivals = new ArrayList<>();
		new Arrivals(trace, MIX, seed).start(timeline, (arrival) -> {
			assertThat(arrival.time()).isCloseTo(timeline.now(), within(1e-6));
			arrivals.add(arrival);
		});
		timeline.runUntil(trace.seconds());
		return arrivals;
	}

	private static double rate(List<Arrivals.Arrival> arrivals, double from, double to) {
		return arrivals.stream().filter((arrival) -> arrival.time() >= from && arrival.time() < to).count()
				/ (to - from);
	}

}
