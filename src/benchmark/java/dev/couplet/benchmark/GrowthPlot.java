package dev.couplet.benchmark;

import java.util.List;

/**
 * A plot of exchanges per second, by clients on the left and by the size of the texts on
 * the right.
 */
final class GrowthPlot {

	private static final int WIDTH = 880;

	private static final int HEIGHT = 400;

	private static final int LEFT = 78;

	private static final int TOP = 46;

	private static final int BOTTOM = 310;

	private GrowthPlot() {
	}

	/**
	 * Draws the plot.
	 * @param growth the figures
	 * @return an SVG document without external fonts and styles
	 */
	static String of(Growth growth) {
		Svg svg = new Svg(WIDTH, HEIGHT);
		List<String> lines = growth.byClients().stream().map(GrowthPoint::line).distinct().toList();
		List<PlotPanel.Tick> clients = Growth.CLIENT_COUNTS.stream()
			.map((count) -> new PlotPanel.Tick(count, "%,d".formatted(count)))
			.toList();
		new PlotPanel(svg, LEFT, 430, TOP, BOTTOM).draw("clients, texts of 16 B", clients, growth.byClients(), lines);
		List<PlotPanel.Tick> bytes = Growth.TEXT_SIZES.stream()
			.map((size) -> new PlotPanel.Tick(size, size(size)))
			.toList();
		new PlotPanel(svg, 500, 860, TOP, BOTTOM).draw("size of the text, 32 clients", bytes, growth.byBytes(), lines);
		svg.text(LEFT, 24, "start", "exchanges a second");
		drawLegend(svg, lines);
		return svg.document();
	}

	private static void drawLegend(Svg svg, List<String> lines) {
		int x = LEFT;
		for (int i = 0; i < lines.size(); i++) {
			svg.line(x, HEIGHT - 18, x + 24, HEIGHT - 18, PlotPanel.style(i));
			svg.text(x + 30, HEIGHT - 14, "start", lines.get(i));
			x += 200;
		}
	}

	private static String size(int bytes) {
		if (bytes >= 1 << 20) {
			return (bytes >> 20) + " MB";
		}
		return (bytes >= 1 << 10) ? (bytes >> 10) + " KB" : bytes + " B";
	}

}
