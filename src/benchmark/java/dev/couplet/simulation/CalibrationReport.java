package dev.couplet.simulation;

import java.util.Locale;

import dev.couplet.benchmark.Table;
import dev.couplet.simulation.Calibration.Seen;
import dev.couplet.simulation.Calibration.Step;

/**
 * How far the simulation is from what was measured.
 */
final class CalibrationReport {

	private static final String NONE = "–";

	// below, a quantile is a matter of the kernel's scheduler
	private static final double SHORTEST = 0.0005;

	private CalibrationReport() {
	}

	/**
	 * Compares each step.
	 * @param calibration what was measured
	 * @return a Markdown table
	 */
	static String of(Calibration calibration) {
		Table table = new Table("instances", "requests/s", "other programs", "replies/s", "refused", "expensive: p50",
				"p99", "cheap: p50", "p99");
		for (int i = 0; i < calibration.steps().size(); i++) {
			Step step = calibration.steps().get(i);
			Seen real = step.seen();
			Seen simulated = SimulatedRun.of(calibration, i);
			table.row(String.valueOf(step.instances()), format("%.0f", step.rate()), format("%.2f", step.background()),
					compared("%.0f", "", 1, real.replies(), simulated.replies()),
					compared("%.1f", " %", 100, real.refused(), simulated.refused()),
					milliseconds(real.expensiveMedian(), simulated.expensiveMedian()),
					milliseconds(real.expensiveTail(), simulated.expensiveTail()),
					milliseconds(real.cheapMedian(), simulated.cheapMedian()),
					milliseconds(real.cheapTail(), simulated.cheapTail()));
		}
		return table.text();
	}

	private static String milliseconds(double real, double simulated) {
		String format = (real < 0.01) ? "%.1f" : "%,.0f";
		return compared(format, " ms", 1000, real, simulated);
	}

	private static String compared(String format, String unit, double factor, double real, double simulated) {
		String error = (real < SHORTEST) ? NONE : format("%+.0f %%", 100 * (simulated / real - 1));
		return format(format, factor * real) + unit + " / " + format(format, factor * simulated) + unit + " (" + error
				+ ")";
	}

	private static String format(String format, double value) {
		return String.format(Locale.ROOT, format, value);
	}

}
