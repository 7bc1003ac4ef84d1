package dev.couplet.soak;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A plot of the metrics over time: one line each, scaled from 0 to its maximum.
 */
final class SoakPlot {

	private static final int WIDTH = 880;

	private static final int ROW = 90;

	private static final int LEFT = 220;

	private static final int RIGHT = 860;

	private static final int LINE_HEIGHT = 60;

	private SoakPlot() {
	}

	/**
	 * Draws the plot.
	 * @param samples the samples
	 * @return an SVG document without external fonts and styles
	 */
	static String of(List<Sample> samples) {
		StringBuilder rows = new StringBuilder();
		for (int i = 0; i < Drift.ALL.size(); i++) {
			rows.append(row(Drift.ALL.get(i), samples, (i + 1) * ROW));
		}
		int height = Drift.ALL.size() * ROW + 20;
		return """
				<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$d %2$d' width='%1$d' height='%2$d' \
				font-family='sans-serif' font-size='13' fill='#111827'>
				<rect width='%1$d' height='%2$d' fill='#ffffff'/>
				%3$s</svg>
				""".formatted(WIDTH, height, rows);
	}

	private static String row(Drift drift, List<Sample> samples, int bottom) {
		double most = samples.stream().mapToDouble(drift.figure()).filter(Double::isFinite).max().orElse(1);
		long end = Math.max(1, samples.getLast().after().toMillis());
		String points = samples.stream()
			.map((sample) -> "%.1f,%.1f".formatted(LEFT + (RIGHT - LEFT) * sample.after().toMillis() / (double) end,
					bottom - LINE_HEIGHT * Math.min(1, drift.figure().applyAsDouble(sample) / Math.max(most, 0.001))))
			.collect(Collectors.joining(" "));
		return """
				<text x='20' y='%1$d'>%2$s</text>
				<text x='20' y='%3$d' fill='#6b7280'>at most %4$.1f %5$s</text>
				<line x1='%6$d' y1='%7$d' x2='%8$d' y2='%7$d' stroke='#e5e7eb'/>
				<polyline points='%9$s' fill='none' stroke='#1d4ed8' stroke-width='2'/>
				""".formatted(bottom - 30, drift.name(), bottom - 12, most, drift.unit(), LEFT, bottom, RIGHT, points);
	}

}
