package dev.couplet.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.HostileTexts;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Measures whether a transform becomes slower when many threads run it, because of a lock
 * or of a shared cache. Runs every built-in transform on small hostile texts with one
 * thread and with many, in alternation, and prints how many runs each did in a second,
 * the transforms with the lowest ratio first.
 */
public final class ThreadScaling {

	private static final int THREADS = 16;

	private static final int TEXT_SIZE = 2048;

	private static final int WARM_UP_ROUNDS = 12;

	private static final int ROUNDS = 4;

	private static final long NANOSECONDS_A_ROUND = 100_000_000;

	private static final double NANOSECONDS_A_SECOND = 1_000_000_000;

	private static final SizeLimit LIMIT = new SizeLimit(1 << 20);

	private final List<Value> values = HostileTexts.of(TEXT_SIZE).values().stream().map(Value::of).toList();

	private final ExecutorService threads;

	private ThreadScaling(ExecutorService threads) {
		this.threads = threads;
	}

	/**
	 * Runs the measurement.
	 * @param names a regular expression for transforms; all if omitted
	 * @throws ExecutionException if a transform fails
	 * @throws InterruptedException if the measurement is interrupted
	 */
	public static void main(String[] names) throws ExecutionException, InterruptedException {
		List<Row> rows = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
			ThreadScaling scaling = new ThreadScaling(threads);
			List<String> recipes = recipes((names.length > 0) ? names[0] : ".*");
			for (String recipe : recipes) {
				rows.add(scaling.measure(recipe));
				Progress.show("%d of %d: %s".formatted(rows.size(), recipes.size(), recipe));
			}
		}
		Progress.show("| transform | runs a second with 1 thread | with %d | ratio |\n| --- | --- | --- | --- |"
			.formatted(THREADS));
		rows.stream().sorted((row, other) -> Double.compare(row.ratio(), other.ratio())).forEach(Row::show);
	}

	private static List<String> recipes(String names) {
		return Stream.of(BuiltInTransforms.all())
			.flatMap(List::stream)
			.filter((transform) -> transform.name().matches(names))
			.map(BuiltInTransforms::recipe)
			.sorted()
			.toList();
	}

	private Row measure(String recipe) throws ExecutionException, InterruptedException {
		TransformFunction<Value, Value> function = BuiltInTransforms.function(recipe);
		double one = 0;
		double many = 0;
		// with one thread: many would leave no processor to the compiler of the JVM
		for (int round = 0; round < WARM_UP_ROUNDS; round++) {
			runsASecond(function, 1);
		}
		for (int round = 0; round < ROUNDS; round++) {
			one = Math.max(one, runsASecond(function, 1));
			many = Math.max(many, runsASecond(function, THREADS));
		}
		return new Row(recipe, one, many);
	}

	private double runsASecond(TransformFunction<Value, Value> function, int threads)
			throws ExecutionException, InterruptedException {
		long start = System.nanoTime();
		List<Future<Integer>> running = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			int first = i;
			running.add(this.threads.submit(() -> run(function, first, start)));
		}
		int runs = 0;
		for (Future<Integer> run : running) {
			runs += run.get();
		}
		return runs * NANOSECONDS_A_SECOND / (System.nanoTime() - start);
	}

	// every thread runs all texts equally often, because some take a thousand times
	// longer
	// than others
	private int run(TransformFunction<Value, Value> function, int first, long start) {
		int runs = 0;
		do {
			for (int i = 0; i < this.values.size(); i++) {
				run(function, this.values.get((first + i) % this.values.size()));
			}
			runs += this.values.size();
		}
		while (System.nanoTime() - start < NANOSECONDS_A_ROUND);
		return runs;
	}

	private static void run(TransformFunction<Value, Value> function, Value value) {
		try {
			function.apply(value, LIMIT);
		}
		catch (ValueRefusedException | ValueTooLargeException ex) {
			// rejecting a value is measured too
		}
	}

	/**
	 * The figures of a transform.
	 *
	 * @param recipe the recipe
	 * @param one the runs a second with one thread
	 * @param many the runs a second with many threads together
	 */
	private record Row(String recipe, double one, double many) {

		double ratio() {
			return this.many / this.one;
		}

		void show() {
			Progress.show(String.format(Locale.ROOT, "| `%s` | %.0f | %.0f | %.2f |", this.recipe, this.one, this.many,
					ratio()));
		}

	}

}
