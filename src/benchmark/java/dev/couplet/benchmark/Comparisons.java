package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs each workload on the servers that support it.
 */
final class Comparisons {

	static final String NO_IDLE = "Couplet, none idle";

	private static final int IDLE = 8_000;

	private static final String IDLE_TITLE = "one-shot, with %,d idle connections".formatted(IDLE);

	private static final List<Workload> WORKLOADS = Stream.concat(Workload.NETSTRING.stream(), Stream.of(Workload.HTTP))
		.toList();

	private final ServerGroup servers;

	private final Settings settings;

	private final List<String> notes;

	/**
	 * Creates a run.
	 * @param servers the servers to compare, in order
	 * @param settings the workloads, the duration and the number of rounds
	 * @param notes receives notes about what cannot be measured
	 */
	Comparisons(ServerGroup servers, Settings settings, List<String> notes) {
		this.servers = servers;
		this.settings = settings;
		this.notes = notes;
	}

	List<Comparison> run() throws IOException {
		List<Comparison> comparisons = new ArrayList<>();
		for (Workload workload : WORKLOADS) {
			if (isChosen(workload.title())) {
				comparisons.add(compare(workload));
			}
		}
		for (Workload workload : Workload.RECIPES) {
			if (isChosen(workload.title())) {
				comparisons.add(compareVersions(workload));
			}
		}
		if (isChosen(IDLE_TITLE)) {
			if (OpenFiles.allow(IDLE)) {
				comparisons.add(compareWithIdle());
			}
			else {
				this.notes.add("Idle connections were not measured: a process may have only %,d open files (ulimit -n)."
					.formatted(OpenFiles.limit()));
			}
		}
		return comparisons;
	}

	private boolean isChosen(String title) {
		return this.settings.rows().matcher(title).matches();
	}

	private Comparison compare(Workload workload) throws IOException {
		List<Contender> contenders = new ArrayList<>();
		this.servers.serving(workload.exchange().service())
			.forEach((name, server) -> contenders.add(Contender.of(name, server, workload.load())));
		return Comparison.run(workload.title(), contenders, this.settings.timing());
	}

	private Comparison compareVersions(Workload workload) throws IOException {
		List<Contender> contenders = new ArrayList<>();
		this.servers.named(List.of(ServerKinds.COUPLET, ServerKinds.BEFORE)).forEach((name, server) -> {
			if (name.equals(ServerKinds.COUPLET) || answers(server, workload.exchange())) {
				contenders.add(Contender.of(name, server, workload.load()));
			}
			else {
				this.notes.add("\"%s\" does not know the recipe of \"%s\".".formatted(name, workload.title()));
			}
		});
		return Comparison.run(workload.title(), contenders, this.settings.timing());
	}

	private static boolean answers(Server server, Exchange exchange) {
		try {
			return Call.isAnswered(server.address(exchange.service()), exchange);
		}
		catch (IOException ex) {
			// an error instead of the result
			return false;
		}
	}

	private Comparison compareWithIdle() throws IOException {
		Load load = Workload.ONE_SHOT.load();
		List<Contender> contenders = new ArrayList<>();
		this.servers.named(List.of(ServerKinds.COUPLET, ServerKinds.BEFORE))
			.forEach((name, server) -> contenders.add(withIdle(name, server, load)));
		this.servers.find(ServerKinds.COUPLET)
			.ifPresent((server) -> contenders.add(Contender.of(NO_IDLE, server, load)));
		return Comparison.run(IDLE_TITLE, contenders, this.settings.timing());
	}

	private static Contender withIdle(String name, Server server, Load load) {
		return new Contender(name, (settle, window) -> {
			try (IdleConnections idle = IdleConnections.open(server, Service.NETSTRING, IDLE, null)) {
				Sample sample = load.run(server, settle, window);
				return sample.with(Failure.LOST, idle.lost());
			}
		});
	}

}
