package dev.couplet.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * A plot with two logarithmic axes.
 */
final class PlotPanel {

	private static final List<String> STYLES = List.of("#1d4ed8;stroke-width:2.5", "#ea580c;stroke-width:2",
			"#1d4ed8;stroke-width:2.5;stroke-dasharray:6 4", "#ea580c;stroke-width:2;stroke-dasharray:6 4");

	private static final String GRID = "#e5e7eb;stroke-width:1";

	private static final String AXIS = "#374151;stroke-width:1";

	private final Svg svg;

	private final int left;

	private final int right;

	private final int top;

	private final int bottom;

	PlotPanel(Svg svg, int left, int right, int top, int bottom) {
		this.svg = svg;
		this.left = left;
		this.right = right;
		this.top = top;
		this.bottom = bottom;
	}

	/**
	 * Returns the style of a line.
	 * @param index the index of the line
	 * @return the SVG attributes
	 */
	static String style(int index) {
		return STYLES.get(index % STYLES.size());
	}

	/**
	 * Draws the axes and the lines.
	 * @param label the label of the horizontal axis
	 * @param ticks the ticks of the horizontal axis, ascending
	 * @param points the points of all lines, ascending by size
	 * @param lines the names of the lines, in the order of their styles
	 */
	void draw(String label, List<Tick> ticks, List<GrowthPoint> points, List<String> lines) {
		double least = points.stream().mapToDouble(PlotPanel::rate).min().orElse(1);
		double greatest = points.stream().mapToDouble(PlotPanel::rate).max().orElse(10);
		Scale rates = new Scale(powerOfTen(Math.floor(Math.log10(least))), powerOfTen(Math.ceil(Math.log10(greatest))),
				this.bottom, this.top);
		Scale sizes = new Scale(ticks.getFirst().value(), ticks.getLast().value(), this.left, this.right);
		drawRates(rates);
		for (Tick tick : ticks) {
			double x = sizes.place(tick.value());
			this.svg.line(x, this.top, x, this.bottom, GRID);
			this.svg.text(x, this.bottom + 18, "middle", tick.text());
		}
		this.svg.line(this.left, this.bottom, this.right, this.bottom, AXIS);
		this.svg.line(this.left, this.top, this.left, this.bottom, AXIS);
		this.svg.text((this.left + this.right) / 2.0, this.bottom + 42, "middle", label);
		for (String line : lines) {
			List<GrowthPoint> own = points.stream().filter((point) -> point.line().equals(line)).toList();
			drawLine(own, sizes, rates, style(lines.indexOf(line)));
		}
	}

	private void drawRates(Scale rates) {
		for (double decade = rates.least(); decade <= rates.greatest(); decade *= 10) {
			double y = rates.place(decade);
			this.svg.line(this.left, y, this.right, y, GRID);
			this.svg.text(this.left - 8.0, y + 4, "end", "%,.0f".formatted(decade));
		}
	}

	private void drawLine(List<GrowthPoint> points, Scale sizes, Scale rates, String style) {
		List<String> places = new ArrayList<>();
		for (GrowthPoint point : points) {
			double x = sizes.place(point.size());
			double y = rates.place(rate(point));
			places.add(Svg.number(x) + "," + Svg.number(y));
			this.svg.dot(x, y, style.substring(0, style.indexOf(';')));
		}
		this.svg.polyline(String.join(" ", places), style);
	}

	private static double rate(GrowthPoint point) {
		// 0 has no logarithm
		return Math.max(1, point.sample().rate());
	}

	private static double powerOfTen(double exponent) {
		return Math.pow(10, exponent);
	}

	/**
	 * A tick on an axis.
	 *
	 * @param value the value
	 * @param text the label
	 */
	record Tick(double value, String text) {

	}

	/**
	 * A logarithmic scale.
	 *
	 * @param least the minimum value
	 * @param greatest the maximum value
	 * @param from the coordinate of the minimum
	 * @param to the coordinate of the maximum
	 */
	private record Scale(double least, double greatest, double from, double to) {

		double place(double value) {
			double part = Math.log(value / this.least) / Math.log(this.greatest / this.least);
			return this.from + part * (this.to - this.from);
		}

	}

}
