package dev.couplet.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.couplet.benchmark.Progress;

/**
 * Simulates a day and a flash crowd with several policies, and writes tables and plots to
 * {@code target}. Options are system properties: {@code benchmark.project}, the project
 * directory.
 */
public final class Simulation {

	/** The policies in the plot over time, by their places in the table. */
	private static final List<Integer> OVER_TIME = List.of(2, 6, 9, 12);

	private Simulation() {
	}

	/**
	 * Runs the simulation.
	 * @param arguments none
	 * @throws IOException if the calibration cannot be read, or a file cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		// the same number format on every machine
		Locale.setDefault(Locale.ROOT);
		Path project = Path.of(System.getProperty("benchmark.project", "")).toAbsolutePath();
		Map<String, String> files = files(Calibration.read(project.resolve(Calibration.FILE)), Progress::show);
		for (Map.Entry<String, String> file : files.entrySet()) {
			Files.writeString(project.resolve("target").resolve(file.getKey()), file.getValue());
			if (file.getKey().endsWith(".md")) {
				Progress.show(file.getValue());
			}
		}
	}

	/**
	 * Simulates everything.
	 * @param calibration the calibration
	 * @param progress told what is done
	 * @return the contents of the files by their names
	 */
	static Map<String, String> files(Calibration calibration, Consumer<String> progress) {
		Map<String, String> files = new TreeMap<>();
		progress.accept("calibration: %d steps".formatted(calibration.steps().size()));
		files.put("simulation-calibration.md", CalibrationReport.of(calibration));
		Experiment day = Experiment.day(calibration);
		List<Outcome> dayOutcomes = run(day, progress);
		files.put("simulation-day.md", SimulationReport.day(dayOutcomes));
		files.put("simulation-day.svg", PolicyPlot.of(dayOutcomes));
		Experiment crowd = Experiment.crowd(calibration);
		List<Outcome> crowdOutcomes = run(crowd, progress);
		files.put("simulation-crowd.md", SimulationReport.crowd(crowdOutcomes));
		files.put("simulation-crowd.svg", PolicyPlot.of(crowdOutcomes));
		files.put("simulation-time.svg", CrowdPlot.of(crowd, OVER_TIME.stream().map(crowdOutcomes::get).toList()));
		return files;
	}

	private static List<Outcome> run(Experiment experiment, Consumer<String> progress) {
		Stream<Policy> policies = experiment.policies().parallelStream();
		return policies.map((policy) -> {
			Outcome outcome = experiment.scenario().run(policy);
			progress.accept("%s: %s, %d to %d instances".formatted(experiment.name(), policy.name(), policy.min(),
					policy.max()));
			return outcome;
		}).toList();
	}

}
