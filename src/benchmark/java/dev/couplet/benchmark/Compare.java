package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares two jars of the server, {@code benchmark.jar} with {@code benchmark.baseline},
 * and writes {@code target/compare.md}.
 * <p>
 * The JIT compiler's result differs from start to start, and stays the same until the
 * process ends. Therefore both servers are started several times, and each start has its
 * own warm-up and rounds.
 */
public final class Compare {

	private final Settings settings;

	private final ServerKind couplet;

	private final ServerKind before;

	private final List<String> notes = new ArrayList<>();

	private Compare(Settings settings) {
		this.settings = settings;
		JvmKinds kinds = new JvmKinds(settings, List.of());
		this.couplet = kinds.couplet();
		this.before = kinds.before()
			.orElseThrow(() -> new IllegalArgumentException("benchmark.baseline names no jar to compare with"));
	}

	/**
	 * Runs the comparison. Options are system properties, see {@link Settings}.
	 * @param arguments none
	 * @throws IOException on an I/O error, or if a server does not start
	 */
	public static void main(String[] arguments) throws IOException {
		Locale.setDefault(Locale.ROOT);
		new Compare(Settings.fromSystemProperties()).run();
	}

	private void run() throws IOException {
		StringBuilder page = new StringBuilder();
		List<Comparison> all = new ArrayList<>();
		for (Processors processors : this.settings.passes()) {
			List<Comparison> comparisons = measure(processors);
			page.append(section(processors, comparisons));
			all.addAll(comparisons);
		}
		Path report = this.settings.target().resolve("compare.md");
		Files.writeString(report, page);
		Progress.show(page.toString());
		Progress.show("wrote " + report);
		if (all.stream().flatMap(Comparison::all).anyMatch(Sample::hasWrongReplies)) {
			throw new IllegalStateException("a server gave wrong replies, see the report");
		}
	}

	private List<Comparison> measure(Processors processors) throws IOException {
		processors.moveLoad();
		List<ServerKind> kinds = processors.place(List.of(this.couplet, this.before));
		List<List<Comparison>> starts = new ArrayList<>();
		for (int fork = 1; fork <= this.settings.forks(); fork++) {
			Progress.show("%s: start %d of %d".formatted(processors.title(), fork, this.settings.forks()));
			try (ServerGroup servers = ServerGroup.start((fork % 2 == 1) ? kinds : kinds.reversed())) {
				starts.add(new Comparisons(servers, this.settings, this.notes).run());
			}
		}
		return IntStream.range(0, starts.getFirst().size())
			.mapToObj((row) -> starts.stream().map((start) -> start.get(row)).reduce(Comparison::plus).orElseThrow())
			.toList();
	}

	private String section(Processors processors, List<Comparison> comparisons) {
		return """
				## Servers on %s

				Couplet is %s, before is %s. Starts of both: %d, rounds of each: %d, of %d s; a figure is the median of all rounds, \
				with the least and the greatest in parentheses.

				"""
			.formatted(processors.title(), this.settings.jar(), this.settings.baseline().orElseThrow(),
					this.settings.forks(), this.settings.timing().rounds(), this.settings.timing().window().toSeconds())
				+ this.notes.stream().distinct().map((note) -> note + "\n\n").collect(Collectors.joining())
				+ new Ratios(comparisons).text() + Figures.text(comparisons);
	}

}
