package dev.couplet.simulation;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import dev.couplet.benchmark.Svg;

/**
 * A plot of p99 latency, refusals and cost, with a row for each policy.
 */
final class PolicyPlot {

	private static final int WIDTH = 880;

	private static final int TOP = 56;

	private static final int ROW = 28;

	private static final int NAMES = 280;

	private static final int COLUMN = 195;

	private static final int BAR = 115;

	private static final String STYLE = "#1d4ed8;stroke-width:12";

	private static final String GRID = "#e5e7eb;stroke-width:1";

	private static final double SHORTEST = 0.001;

	private static final double LONGEST = 100;

	private PolicyPlot() {
	}

	/**
	 * Draws the plot.
	 * @param outcomes what happened
	 * @return an SVG document without external fonts and styles
	 */
	static String of(List<Outcome> outcomes) {
		Svg svg = new Svg(WIDTH, TOP + outcomes.size() * ROW + 12);
		double refused = outcomes.stream().mapToDouble(Outcome::refused).max().orElse(1);
		double cost = outcomes.stream().mapToDouble(Outcome::instanceHours).max().orElse(1);
		for (int i = 0; i < outcomes.size(); i++) {
			svg.text(NAMES - 12, TOP + i * ROW + 5, "end", name(outcomes.get(i).policy()));
		}
		draw(svg, 0, "p99, expensive (log)", outcomes, PolicyPlot::logarithm,
				(outcome) -> SimulationReport.milliseconds(outcome.expensive(), 99));
		draw(svg, 1, "refused, expensive", outcomes, (outcome) -> outcome.refused() / Math.max(refused, SHORTEST),
				(outcome) -> format("%.1f %%", 100 * outcome.refused()));
		draw(svg, 2, "instance hours", outcomes, (outcome) -> outcome.instanceHours() / cost,
				(outcome) -> format("%.1f", outcome.instanceHours()));
		return svg.document();
	}

	private static double logarithm(Outcome outcome) {
		double part = Math.log(outcome.expensive().percentile(99) / SHORTEST) / Math.log(LONGEST / SHORTEST);
		return Math.clamp(part, 0, 1);
	}

	private static String name(Policy policy) {
		String name = policy.name().replace("`", "");
		return (policy.min() == policy.max()) ? "%s: %d".formatted(name, policy.min())
				: "%s: %d to %d".formatted(name, policy.min(), policy.max());
	}

	private static void draw(Svg svg, int column, String title, List<Outcome> outcomes, ToDoubleFunction<Outcome> part,
			Function<Outcome, String> label) {
		double left = NAMES + column * COLUMN;
		svg.text(left, 24, "start", title);
		svg.line(left, TOP - 18, left, TOP + outcomes.size() * ROW - 8, GRID);
		for (int i = 0; i < outcomes.size(); i++) {
			double y = TOP + i * ROW;
			double end = left + BAR * part.applyAsDouble(outcomes.get(i));
			if (end > left) {
				svg.line(left, y, end, y, STYLE);
			}
			svg.text(end + 6, y + 5, "start", label.apply(outcomes.get(i)));
		}
	}

	private static String format(String format, double value) {
		return String.format(Locale.ROOT, format, value);
	}

}
