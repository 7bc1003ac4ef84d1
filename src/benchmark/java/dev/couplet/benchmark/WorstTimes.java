package dev.couplet.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.HostileTexts;
import dev.couplet.transform.Kind;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Measures every built-in transform on the worst known values of 1 MiB and 16 KiB, with
 * the default limit: texts, and bytes too if it takes bytes. Prints a table with the most
 * processor time of each transform, for the first and the second run on a value, and the
 * value. The last time is that of the fastest run for each UTF-16 code unit of a text or
 * for each byte, to compare with the weight of the transform. It is the time of one
 * thread, so it depends little on how busy the machine is, and does not include
 * compilation.
 */
public final class WorstTimes {

	private static final int SIZE = 1 << 20;

	// a transform whose result is larger than its value reads little of a value of 1 MiB
	// before it exceeds the limit
	private static final int SMALL_SIZE = 1 << 14;

	private static final SizeLimit LIMIT = new SizeLimit(SIZE);

	private static final TransformService SERVICE = BuiltInTransforms.service(SIZE);

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final double NANOSECONDS_A_MILLISECOND = 1_000_000;

	// for all runs on one value after the second
	private static final long NANOSECONDS_A_VALUE = 20_000_000;

	// arguments with the highest cost
	private static final List<String> WORST_ARGUMENTS = List.of("indent=100", "wrap=1", "wrap=1000", "head=1000000",
			"tail=1000000", "truncate=100000", "number-lines=1000000", "join-lines=" + "x".repeat(100),
			"replace=a:" + "b".repeat(900), "replace=" + "a".repeat(900) + "b:c", "replace=a:", "replace=%CC%81:%CC%80",
			"lipogram=%CC%81", "base64-encode=1", "hex-encode=line", "charset-decode=x-JISAutoDetect",
			"charset-encode=x-eucJP-Open", "charset-encode=x-SJIS_0213", "charset-encode=UTF-16BE");

	private final Map<String, Value> texts = new LinkedHashMap<>();

	private final Map<String, Value> bytes = new LinkedHashMap<>();

	private WorstTimes(String names) {
		for (int size : new int[] { SIZE, SMALL_SIZE }) {
			String suffix = (size == SIZE) ? "" : ", " + size + " bytes";
			HostileTexts.of(size).forEach((name, text) -> {
				this.texts.put(name + suffix, Value.of(text));
				this.bytes.put(name + suffix, Value.of(text.getBytes(StandardCharsets.UTF_8)));
			});
			HostileBytes.of(size, SIZE).forEach((name, value) -> this.bytes.put(name + suffix, Value.of(value)));
		}
		this.texts.keySet().removeIf((name) -> !name.matches(names));
		this.bytes.keySet().removeIf((name) -> !name.matches(names));
	}

	/**
	 * Runs the measurement.
	 * @param names regular expressions for transforms and for values; all if omitted.
	 * With one transform and one value, the first time is that of a freshly started JVM
	 */
	public static void main(String[] names) {
		WorstTimes times = new WorstTimes((names.length > 1) ? names[1] : ".*");
		Progress.show("| transform | first ms | of | second ms | of | ns a unit | of |\n"
				+ "| --- | --- | --- | --- | --- | --- | --- |");
		Stream
			.concat(BuiltInTransforms.all().stream().map(BuiltInTransforms::recipe).sorted(), WORST_ARGUMENTS.stream())
			.filter((recipe) -> names.length == 0 || recipe.split("=", 2)[0].matches(names[0]))
			.map(times::row)
			.forEach(Progress::show);
	}

	private String row(String recipe) {
		Map<String, Double> first = new LinkedHashMap<>();
		Map<String, Double> again = new LinkedHashMap<>();
		Map<String, Double> units = new LinkedHashMap<>();
		TransformFunction<Value, Value> function = BuiltInTransforms.function(recipe);
		((SERVICE.compile(recipe).takes() == Kind.TEXT) ? this.texts : this.bytes).forEach((name, value) -> {
			first.put(name, nanoseconds(function, value) / NANOSECONDS_A_MILLISECOND);
			again.put(name, nanoseconds(function, value) / NANOSECONDS_A_MILLISECOND);
			units.put(name, (double) fastest(function, value) / value.length());
		});
		String shown = (recipe.length() <= 40) ? recipe : recipe.substring(0, 37) + "...";
		return "| `%s` | %s | %s | %s |".formatted(shown, worst(first), worst(again), worst(units));
	}

	private static long fastest(TransformFunction<Value, Value> function, Value value) {
		long fastest = Long.MAX_VALUE;
		long total = 0;
		while (total < NANOSECONDS_A_VALUE) {
			long run = nanoseconds(function, value);
			fastest = Math.min(fastest, run);
			total += Math.max(1, run);
		}
		return fastest;
	}

	private static long nanoseconds(TransformFunction<Value, Value> function, Value value) {
		long start = THREADS.getCurrentThreadCpuTime();
		try {
			function.apply(value, LIMIT);
		}
		catch (ValueRefusedException | ValueTooLargeException ex) {
			// rejecting a value is measured too
		}
		return THREADS.getCurrentThreadCpuTime() - start;
	}

	private static String worst(Map<String, Double> times) {
		Map.Entry<String, Double> worst = times.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
		return String.format(Locale.ROOT, "%.0f | %s", worst.getValue(), worst.getKey());
	}

}
