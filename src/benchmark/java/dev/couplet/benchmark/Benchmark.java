package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the server and its peers, and writes {@code target/benchmark.md} and
 * {@code target/benchmark-growth.svg}.
 */
public final class Benchmark {

	private final Settings settings;

	private final ServerKinds kinds;

	private final List<String> notes = new ArrayList<>();

	private Benchmark(Settings settings) {
		this.settings = settings;
		this.kinds = new ServerKinds(settings);
	}

	/**
	 * Runs all of it. Options are system properties, see {@link Settings}.
	 * @param arguments none
	 * @throws IOException where this machine fails, or a server does not start
	 */
	public static void main(String[] arguments) throws IOException {
		// figures look the same wherever they were taken
		Locale.setDefault(Locale.ROOT);
		Benchmark benchmark = new Benchmark(Settings.fromSystemProperties());
		Results results = benchmark.measure();
		benchmark.write(results);
		if (results.hasWrongReplies()) {
			throw new IllegalStateException("a server gave wrong replies, see the report");
		}
	}

	private Results measure() throws IOException {
		StartTimes starts = measureStarts();
		List<Memory> memories = measureMemory();
		try (ServerGroup servers = startServers()) {
			List<Comparison> comparisons = new Comparisons(servers, this.settings, this.notes).run();
			Map<String, Server> compared = new LinkedHashMap<>();
			servers.find(ServerKinds.COUPLET).ifPresent((server) -> compared.put(ServerKinds.COUPLET, server));
			servers.find(ServerKinds.TWISTED).ifPresent((server) -> compared.put(ServerKinds.TWISTED, server));
			Growth growth = Growth.measure(compared, this.settings.halved());
			return new Results(comparisons, memories, starts, growth, this.notes);
		}
	}

	private StartTimes measureStarts() throws IOException {
		List<ServerKind> starting = new ArrayList<>(List.of(this.kinds.couplet()));
		AheadOfTime.train(this.kinds, this.settings)
			.ifPresentOrElse(starting::add, () -> this.notes.add("This JVM made no AOT cache."));
		this.kinds.twisted().ifPresent(starting::add);
		starting.add(this.kinds.floor());
		return StartTimes.measure(starting, this.settings.rounds());
	}

	private List<Memory> measureMemory() throws IOException {
		List<Memory> memories = new ArrayList<>();
		if (!OpenFiles.allow(Memory.SESSIONS)) {
			this.notes
				.add("Memory with %,d sessions was not measured: a process may have only %,d open files (ulimit -n)."
					.formatted(Memory.SESSIONS, OpenFiles.limit()));
			return memories;
		}
		memories.add(Memory.measure(this.kinds.couplet()));
		memories.add(Memory.measure(this.kinds.floor()));
		if (this.kinds.twisted().isPresent()) {
			memories.add(Memory.measure(this.kinds.twisted().get()));
		}
		return memories;
	}

	private ServerGroup startServers() throws IOException {
		List<ServerKind> starting = new ArrayList<>(List.of(this.kinds.couplet(), this.kinds.floor()));
		this.kinds.twisted()
			.ifPresentOrElse(starting::add, () -> this.notes.add("Twisted is not installed, and left out."));
		this.kinds.node()
			.ifPresentOrElse(starting::add, () -> this.notes.add("Node.js is not installed, and left out."));
		return ServerGroup.start(starting);
	}

	private void write(Results results) throws IOException {
		Path report = this.settings.target().resolve("benchmark.md");
		Files.writeString(report, new Report(results, this.settings, Machine.describe(this.kinds)).text());
		Path plot = this.settings.target().resolve("benchmark-growth.svg");
		Files.writeString(plot, GrowthPlot.of(results.growth()));
		Progress.show("wrote %s and %s".formatted(report, plot));
	}

}
