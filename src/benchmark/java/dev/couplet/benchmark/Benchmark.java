package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the server and its peers, and writes {@code target/benchmark.md} and
 * {@code target/benchmark-growth.svg}.
 */
public final class Benchmark {

	private final Settings settings;

	private final ServerKinds kinds;

	private final List<String> notes = new ArrayList<>();

	private Benchmark(Settings settings) throws IOException {
		this.settings = settings;
		this.kinds = new ServerKinds(settings);
	}

	/**
	 * Runs all benchmarks. Options are system properties, see {@link Settings}.
	 * @param arguments none
	 * @throws IOException on an I/O error, or if a server does not start
	 */
	public static void main(String[] arguments) throws IOException {
		// the same number format on every machine
		Locale.setDefault(Locale.ROOT);
		Benchmark benchmark = new Benchmark(Settings.fromSystemProperties());
		Results results = benchmark.run();
		if (results.hasWrongReplies()) {
			throw new IllegalStateException("a server gave wrong replies, see the report");
		}
	}

	private Results run() throws IOException {
		// before this process is restricted to some processors, so that all are counted
		String machine = Machine.describe(this.kinds);
		Results results = measure();
		write("benchmark.md", new Report(results, this.settings, machine).text());
		Growth growth = results.growth();
		if (!growth.isEmpty()) {
			write("benchmark-growth.svg", GrowthPlot.of(growth));
		}
		return results;
	}

	private void write(String name, String text) throws IOException {
		Path file = this.settings.target().resolve(name);
		Files.writeString(file, text);
		Progress.show("wrote " + file);
	}

	private Results measure() throws IOException {
		if (this.settings.passes().stream().allMatch(Processors::shared)) {
			this.notes.add("Servers on one processor were not measured.");
		}
		List<ServerKind> starting = new ArrayList<>(this.kinds.netstring());
		AheadOfTime.train(this.kinds.jvm(), this.settings)
			.ifPresentOrElse(starting::add, () -> this.notes.add("This JVM made no AOT cache."));
		List<Pass> passes = new ArrayList<>();
		for (Processors processors : this.settings.passes()) {
			processors.moveLoad();
			passes.add(measure(processors, starting));
		}
		return new Results(passes, this.notes);
	}

	private Pass measure(Processors processors, List<ServerKind> starting) throws IOException {
		Progress.show("servers on " + processors.title());
		StartTimes starts = StartTimes.measure(processors.place(starting), this.settings.timing().rounds());
		List<Memory> memories = measureMemory(processors);
		List<MemoryAfterLoad> loaded = MemoryAfterLoad.measure(this.kinds, processors, this.settings);
		try (ServerGroup servers = ServerGroup.start(processors.place(this.kinds.all()))) {
			List<Comparison> comparisons = new Comparisons(servers, this.settings, this.notes).run();
			comparisons.addAll(compareGrpc(processors));
			if (comparisons.isEmpty()) {
				throw new IllegalArgumentException("benchmark.rows leaves no workload: " + this.settings.rows());
			}
			// the shape of the curves is only of interest on all processors
			Growth growth = processors.shared()
					? Growth.measure(servers.named(List.of(ServerKinds.COUPLET, ServerKinds.TWISTED)),
							this.settings.timing().halved())
					: Growth.none();
			return new Pass(processors, comparisons, memories, loaded, starts, growth);
		}
	}

	// the servers of the other rows are idle by then
	private List<Comparison> compareGrpc(Processors processors) throws IOException {
		if (!GrpcComparisons.isChosen(this.settings)) {
			return List.of();
		}
		try (ServerGroup servers = ServerGroup.start(processors.place(this.kinds.grpc()))) {
			return new GrpcComparisons(servers, this.settings).run();
		}
	}

	private List<Memory> measureMemory(Processors processors) throws IOException {
		List<Memory> memories = new ArrayList<>();
		if (!OpenFiles.allow(Memory.CLIENTS)) {
			this.notes.add(
					"Memory with %,d idle clients was not measured: a process may have only %,d open files (ulimit -n)."
						.formatted(Memory.CLIENTS, OpenFiles.limit()));
			return memories;
		}
		for (ServerKind kind : processors.place(this.kinds.netstring())) {
			memories.add(Memory.ofSessions(kind));
		}
		for (ServerKind kind : processors
			.place(List.of(new JvmKinds(this.settings, JvmKinds.SMALL).withManyClients()))) {
			memories.addAll(Memory.ofGrpcAndMcp(kind));
		}
		return memories;
	}

}
