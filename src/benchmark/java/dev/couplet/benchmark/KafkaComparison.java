package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import dev.couplet.KafkaBroker;

/**
 * Compares a flow with a program with Kafka Streams that does the same, each exactly
 * once, with a broker on the same machine. Measures how many records a second they
 * transform that have been waiting in the topic, the processor time for each, and how
 * long a record takes at a steady rate; and how a flow grows with partitions and
 * instances. Prints the results and writes {@code target/kafka.md}.
 */
public final class KafkaComparison {

	private static final int RECORDS = Integer.getInteger("benchmark.records", 500_000);

	// of the records, first, in which a program compiles its code
	private static final double WARM_UP = 0.2;

	private static final int STEADY_RATE = 1_000;

	private static final int STEADY_SECONDS = 10;

	private static final int STEADY_WARM_UP_SECONDS = 5;

	private static final int THREADS = 2;

	private static final int PARTITIONS = 4;

	private final Settings settings;

	private final KafkaBroker broker;

	private int jobs;

	private KafkaComparison(Settings settings, KafkaBroker broker) {
		this.settings = settings;
		this.broker = broker;
	}

	/**
	 * Runs the comparison.
	 * @param arguments none
	 * @throws Exception if a program fails, or a record is missing
	 */
	public static void main(String... arguments) throws Exception {
		Settings settings = Settings.fromSystemProperties();
		Files.createDirectories(settings.workFolder());
		try (KafkaBroker broker = KafkaBroker.start()) {
			KafkaComparison comparison = new KafkaComparison(settings, broker);
			String report = comparison.besideStreams() + comparison.growth();
			Path file = settings.target().resolve("kafka.md");
			Files.writeString(file, report);
			Progress.show(report + "written to " + file);
		}
	}

	private String besideStreams() throws IOException {
		Map<KafkaContender, List<Sample>> samples = new EnumMap<>(KafkaContender.class);
		for (int round = 0; round < this.settings.timing().rounds(); round++) {
			List<KafkaContender> order = Arrays.asList(KafkaContender.values());
			for (KafkaContender contender : (round % 2 == 0) ? order : order.reversed()) {
				Sample sample = measure(contender, PARTITIONS, THREADS, 1);
				Progress.show("round %d of %d: %s".formatted(round + 1, this.settings.timing().rounds(),
						sample.line(contender.title())));
				samples.computeIfAbsent(contender, (_) -> new ArrayList<>()).add(sample);
			}
		}
		Table table = new Table("", "records a second", "µs of processor time for a record",
				"p50 in ms at a steady rate", "p99 in ms at a steady rate");
		samples.forEach((contender, all) -> table.row(contender.title(), spread(all, Sample::rate).format("%,.0f"),
				spread(all, Sample::cpu).format("%.1f"), spread(all, Sample::median).format("%.0f"),
				spread(all, Sample::p99).format("%.0f")));
		table.row("ratio", ratio(samples, Sample::rate), ratio(samples, Sample::cpu), ratio(samples, Sample::median),
				ratio(samples, Sample::p99));
		return "%,d records of %d bytes, %d partitions, %d threads; the steady rate is %,d a second\n\n"
			.formatted(RECORDS, KafkaWriter.text(0).length(), PARTITIONS, THREADS, STEADY_RATE) + table.text();
	}

	private String growth() throws IOException {
		Table table = new Table("partitions", "instances", "threads of each", "records a second",
				"µs of processor time for a record");
		for (int partitions : List.of(1, 2, 4, 8)) {
			growth(table, partitions, partitions, 1);
		}
		for (int instances : List.of(1, 2, 3)) {
			growth(table, 8, THREADS, instances);
		}
		return table.text();
	}

	private void growth(Table table, int partitions, int threads, int instances) throws IOException {
		Sample sample = measure(KafkaContender.COUPLET, partitions, threads, instances);
		Progress.show("%d partitions, %d instances, %d threads: %s".formatted(partitions, instances, threads,
				sample.line(KafkaContender.COUPLET.title())));
		table.row(String.valueOf(partitions), String.valueOf(instances), String.valueOf(threads),
				"%,.0f".formatted(sample.rate()), "%.1f".formatted(sample.cpu()));
	}

	private Sample measure(KafkaContender contender, int partitions, int threads, int instances) throws IOException {
		String from = "from-" + ++this.jobs;
		String to = "to-" + this.jobs;
		String failures = "failures-" + this.jobs;
		this.broker.createTopics(partitions, from, to, failures);
		try (KafkaWriter writer = new KafkaWriter(this.broker.address(), from, 0);
				KafkaReader reader = new KafkaReader(this.broker.address(), to, failures)) {
			Progress.show("writing %,d records to topics with %d partitions".formatted(RECORDS, partitions));
			writer.write(0, RECORDS);
			KafkaContender.Job job = new KafkaContender.Job(this.broker.address(), from, to, failures, threads);
			return measure(contender.start(this.settings, job, instances), writer, reader);
		}
	}

	private Sample measure(List<Server> servers, KafkaWriter writer, KafkaReader reader) throws IOException {
		try {
			reader.readTo((int) (RECORDS * WARM_UP), (_) -> {
			});
			int first = reader.count();
			long start = System.nanoTime();
			long cpu = cpu(servers);
			reader.readTo(RECORDS, (_) -> {
			});
			double seconds = (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
			double records = RECORDS - first;
			double cpuOfEach = (cpu(servers) - cpu) / records;
			List<Long> latencies = latencies(writer, reader);
			return new Sample(records / seconds, cpuOfEach, quantile(latencies, 0.5), quantile(latencies, 0.99));
		}
		finally {
			servers.forEach(Server::close);
		}
	}

	// from the timestamp of a record, which both keep, to its result
	private List<Long> latencies(KafkaWriter writer, KafkaReader reader) {
		int count = STEADY_RATE * STEADY_SECONDS;
		int begin = reader.count();
		CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> writer.write(RECORDS, count, STEADY_RATE));
		List<Long> latencies = new ArrayList<>();
		reader.readTo(begin + STEADY_RATE * STEADY_WARM_UP_SECONDS, (_) -> {
		});
		reader.readTo(begin + count, (record) -> latencies.add(System.currentTimeMillis() - record.timestamp()));
		sent.join();
		return latencies.stream().sorted().toList();
	}

	private static long cpu(List<Server> servers) throws IOException {
		long sum = 0;
		for (Server server : servers) {
			sum += server.cpuMicroseconds();
		}
		return sum;
	}

	private static double quantile(List<Long> sorted, double part) {
		return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * part)));
	}

	private static Spread spread(List<Sample> samples, ToDoubleFunction<Sample> figure) {
		return Spread.of(samples.stream().mapToDouble(figure).toArray());
	}

	private static String ratio(Map<KafkaContender, List<Sample>> samples, ToDoubleFunction<Sample> figure) {
		double[] ours = figures(samples, KafkaContender.COUPLET, figure);
		double[] theirs = figures(samples, KafkaContender.STREAMS, figure);
		double[] ratios = new double[ours.length];
		Arrays.setAll(ratios, (round) -> ours[round] / theirs[round]);
		return Spread.of(ratios).format("%.2f");
	}

	private static double[] figures(Map<KafkaContender, List<Sample>> samples, KafkaContender contender,
			ToDoubleFunction<Sample> figure) {
		return samples.getOrDefault(contender, List.of()).stream().mapToDouble(figure).toArray();
	}

	/**
	 * The figures of a run.
	 *
	 * @param rate records a second
	 * @param cpu microseconds of processor time for a record
	 * @param median milliseconds for a record at a steady rate
	 * @param p99 the same, of the slowest hundredth
	 */
	private record Sample(double rate, double cpu, double median, double p99) {

		String line(String title) {
			return String.format(Locale.ROOT, "%s: %,.0f records a second, %.1f µs for each; p50 %.0f ms, p99 %.0f ms",
					title, this.rate, this.cpu, this.median, this.p99);
		}

	}

}
