package dev.couplet.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import dev.couplet.benchmark.Svg;

/**
 * A plot of a flash crowd over time: on the left what callers need and the instances that
 * are ready, on the right refusals.
 */
final class CrowdPlot {

	private static final int WIDTH = 880;

	private static final int HEIGHT = 400;

	private static final int TOP = 46;

	private static final int BOTTOM = 310;

	private static final int BEFORE = 30;

	private static final int AFTER = 330;

	private static final int TICK = 60;

	private static final String GRID = "#e5e7eb;stroke-width:1";

	private static final String AXIS = "#374151;stroke-width:1";

	private static final String NEED = "#9ca3af;stroke-width:3";

	private static final List<String> STYLES = List.of("#1d4ed8;stroke-width:2.5", "#ea580c;stroke-width:2",
			"#1d4ed8;stroke-width:2.5;stroke-dasharray:6 4", "#ea580c;stroke-width:2;stroke-dasharray:6 4");

	private final Svg svg = new Svg(WIDTH, HEIGHT);

	private final double capacity;

	private CrowdPlot(double capacity) {
		this.capacity = capacity;
	}

	/**
	 * Draws the plot.
	 * @param experiment the flash crowd
	 * @param outcomes what happened with up to four policies
	 * @return an SVG document without external fonts and styles
	 */
	static String of(Experiment experiment, List<Outcome> outcomes) {
		return new CrowdPlot(experiment.capacity()).draw(experiment.scenario().trace(), outcomes);
	}

	private String draw(Trace trace, List<Outcome> outcomes) {
		double most = outcomes.stream()
			.flatMap((outcome) -> outcome.ready().stream())
			.mapToInt(Integer::intValue)
			.max()
			.orElse(1);
		double top = 5 * Math.ceil((most + 1) / 5);
		Panel ready = new Panel(50, 430, top);
		Panel refused = new Panel(490, 860, 100);
		ready.axes(this.svg, "instances: needed and ready", 5);
		refused.axes(this.svg, "refused, % of expensive requests", 20);
		ready.line(this.svg, (period) -> trace.rate(period * Outcome.SAMPLE_PERIOD) / this.capacity, NEED);
		for (int i = 0; i < outcomes.size(); i++) {
			Outcome outcome = outcomes.get(i);
			ready.line(this.svg, (period) -> outcome.ready().get(period), STYLES.get(i));
			refused.line(this.svg,
					(period) -> 100 * outcome.refusedRate(period) / Math.max(1, outcome.arrivedRate(period)),
					STYLES.get(i));
		}
		legend(outcomes);
		return this.svg.document();
	}

	private void legend(List<Outcome> outcomes) {
		List<String> names = new ArrayList<>(List.of("needed"));
		List<String> styles = new ArrayList<>(List.of(NEED));
		outcomes.forEach((outcome) -> names.add(outcome.policy().name().replace("`", "")));
		styles.addAll(STYLES);
		double x = 50;
		for (int i = 0; i < names.size(); i++) {
			this.svg.line(x, HEIGHT - 18, x + 24, HEIGHT - 18, styles.get(i));
			this.svg.text(x + 30, HEIGHT - 14, "start", names.get(i));
			x += 50 + 7 * names.get(i).length();
		}
	}

	/**
	 * A part of the plot.
	 *
	 * @param left the coordinate of the earliest time
	 * @param right the coordinate of the latest time
	 * @param top the greatest value
	 */
	private record Panel(int left, int right, double top) {

		void axes(Svg svg, String title, int step) {
			svg.text(this.left, 24, "start", title);
			for (double value = 0; value <= this.top; value += step) {
				svg.line(this.left, y(value), this.right, y(value), GRID);
				svg.text(this.left - 8, y(value) + 4, "end", "%.0f".formatted(value));
			}
			for (int time = 0; time <= AFTER; time += TICK) {
				svg.line(x(time), TOP, x(time), BOTTOM, GRID);
				svg.text(x(time), BOTTOM + 18, "middle", String.valueOf(time));
			}
			svg.line(this.left, BOTTOM, this.right, BOTTOM, AXIS);
			svg.text((this.left + this.right) / 2.0, BOTTOM + 42, "middle", "seconds since the crowd came");
		}

		void line(Svg svg, IntToDoubleFunction value, String style) {
			List<String> places = new ArrayList<>();
			int first = (int) ((Experiment.CROWD_START - BEFORE) / Outcome.SAMPLE_PERIOD);
			int last = (int) ((Experiment.CROWD_START + AFTER) / Outcome.SAMPLE_PERIOD);
			for (int period = first; period <= last; period++) {
				double time = period * Outcome.SAMPLE_PERIOD - Experiment.CROWD_START;
				places.add(Svg.number(x(time)) + "," + Svg.number(y(value.applyAsDouble(period))));
			}
			svg.polyline(String.join(" ", places), style);
		}

		private double x(double time) {
			return this.left + (this.right - this.left) * (time + BEFORE) / (BEFORE + AFTER);
		}

		private double y(double value) {
			return BOTTOM - (BOTTOM - TOP) * Math.min(value, this.top) / this.top;
		}

	}

}
