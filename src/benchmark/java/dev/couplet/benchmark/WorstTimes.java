package dev.couplet.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.HostileTexts;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TextFunction;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Measures every built-in transform on the worst known texts of 1 MiB, with the default
 * limit. Prints a table with the most processor time of each transform, for the first and
 * the second run on a text, and the text. It is the time of one thread, so it depends
 * little on how busy the machine is, and does not include compilation.
 */
public final class WorstTimes {

	private static final int SIZE = 1 << 20;

	private static final SizeLimit LIMIT = new SizeLimit(SIZE);

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final int NANOSECONDS_A_MILLISECOND = 1_000_000;

	// arguments with the highest cost
	private static final List<String> WORST_ARGUMENTS = List.of("indent=100", "wrap=1", "wrap=1000", "head=1000000",
			"tail=1000000", "truncate=100000", "number-lines=1000000", "join-lines=" + "x".repeat(100),
			"replace=a:" + "b".repeat(900), "replace=" + "a".repeat(900) + "b:c", "replace=a:", "replace=%CC%81:%CC%80",
			"lipogram=%CC%81");

	private final Map<String, String> texts = HostileTexts.of(SIZE);

	private WorstTimes(String names) {
		this.texts.keySet().removeIf((name) -> !name.matches(names));
	}

	/**
	 * Runs the measurement.
	 * @param names regular expressions for transforms and for texts; all if omitted. With
	 * one transform and one text, the first time is that of a freshly started JVM
	 */
	public static void main(String[] names) {
		WorstTimes times = new WorstTimes((names.length > 1) ? names[1] : ".*");
		Progress.show("| transform | first ms | of | second ms | of |\n| --- | --- | --- | --- | --- |");
		Stream
			.concat(BuiltInTransforms.all().stream().map(BuiltInTransforms::recipe).sorted(), WORST_ARGUMENTS.stream())
			.filter((recipe) -> names.length == 0 || recipe.split("=", 2)[0].matches(names[0]))
			.map(times::row)
			.forEach(Progress::show);
	}

	private String row(String recipe) {
		Map<String, Double> first = new LinkedHashMap<>();
		Map<String, Double> again = new LinkedHashMap<>();
		TextFunction function = BuiltInTransforms.function(recipe);
		this.texts.forEach((name, text) -> {
			first.put(name, milliseconds(function, text));
			again.put(name, milliseconds(function, text));
		});
		String shown = (recipe.length() <= 40) ? recipe : recipe.substring(0, 37) + "...";
		return "| `%s` | %s | %s |".formatted(shown, worst(first), worst(again));
	}

	private static double milliseconds(TextFunction function, String text) {
		long start = THREADS.getCurrentThreadCpuTime();
		try {
			function.apply(text, LIMIT);
		}
		catch (ValueRefusedException | ValueTooLargeException ex) {
			// rejecting a text is measured too
		}
		return (THREADS.getCurrentThreadCpuTime() - start) / (double) NANOSECONDS_A_MILLISECOND;
	}

	private static String worst(Map<String, Double> times) {
		Map.Entry<String, Double> worst = times.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
		return String.format(Locale.ROOT, "%.0f | %s", worst.getValue(), worst.getKey());
	}

}
