package dev.couplet.benchmark;

import java.util.Locale;

/**
 * A drawing as an SVG document with a light background.
 */
public final class Svg {

	private final StringBuilder elements = new StringBuilder();

	private final int width;

	private final int height;

	public Svg(int width, int height) {
		this.width = width;
		this.height = height;
	}

	public void line(double fromX, double fromY, double toX, double toY, String stroke) {
		add("<line x1='%s' y1='%s' x2='%s' y2='%s' style='stroke:%s'/>".formatted(number(fromX), number(fromY),
				number(toX), number(toY), stroke));
	}

	public void polyline(String places, String stroke) {
		add("<polyline points='%s' style='fill:none;stroke-linejoin:round;stroke:%s'/>".formatted(places, stroke));
	}

	public void dot(double x, double y, String colour) {
		add("<circle cx='%s' cy='%s' r='3.5' fill='%s'/>".formatted(number(x), number(y), colour));
	}

	/**
	 * Writes a text.
	 * @param x the x coordinate of the anchor
	 * @param y the y coordinate of the baseline
	 * @param anchor {@code start}, {@code middle} or {@code end}
	 * @param text the text, without characters that must be escaped in XML
	 */
	public void text(double x, double y, String anchor, String text) {
		add("<text x='%s' y='%s' text-anchor='%s'>%s</text>".formatted(number(x), number(y), anchor, text));
	}

	public static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	private void add(String element) {
		this.elements.append(element).append('\n');
	}

	public String document() {
		return """
				<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$d %2$d' width='%1$d' height='%2$d' \
				font-family='sans-serif' font-size='13' fill='#111827'>
				<rect width='%1$d' height='%2$d' fill='#ffffff'/>
				%3$s</svg>
				""".formatted(this.width, this.height, this.elements);
	}

}
