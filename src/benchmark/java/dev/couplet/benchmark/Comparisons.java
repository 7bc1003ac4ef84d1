package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The loads under which servers are compared.
 */
final class Comparisons {

	static final String NO_IDLE = "Couplet, none idle";

	private static final int CLIENTS = 32;

	private static final int PIPELINED = 16;

	private static final int LARGE_TEXT = 64 << 10;

	private static final int IDLE = 8_000;

	private final ServerGroup servers;

	private final Settings settings;

	private final List<String> notes;

	Comparisons(ServerGroup servers, Settings settings, List<String> notes) {
		this.servers = servers;
		this.settings = settings;
		this.notes = notes;
	}

	List<Comparison> run() throws IOException {
		List<Comparison> comparisons = new ArrayList<>();
		comparisons.add(compare("one-shot", Exchange.oneShot(Exchange.POEM), ServerKinds.TWISTED));
		comparisons.add(compare("session, 1 in flight", Exchange.session(Exchange.POEM, 1), ServerKinds.TWISTED));
		comparisons.add(compare("session, %d in flight".formatted(PIPELINED),
				Exchange.session(Exchange.POEM, PIPELINED), ServerKinds.TWISTED));
		comparisons
			.add(compare("one-shot, 64 KB texts", Exchange.oneShot(Exchange.text(LARGE_TEXT)), ServerKinds.TWISTED));
		comparisons.add(compare("HTTP, keep-alive", Exchange.http(Exchange.POEM), ServerKinds.NODE));
		if (OpenFiles.allow(IDLE)) {
			comparisons.add(compareWithIdle());
		}
		else {
			this.notes.add("Idle connections were not measured: a process may have only %,d open files (ulimit -n)."
				.formatted(OpenFiles.limit()));
		}
		return comparisons;
	}

	private Comparison compare(String title, Exchange exchange, String base) throws IOException {
		List<Contender> contenders = new ArrayList<>();
		List<String> names = new ArrayList<>(List.of(ServerKinds.COUPLET, base));
		if (exchange.service() != Service.HTTP) {
			names.add(ServerKinds.FLOOR);
		}
		for (String name : names) {
			this.servers.find(name)
				.ifPresent((server) -> contenders.add(Contender.of(name, server, new Load(exchange, CLIENTS))));
		}
		return Comparison.run(title, base, contenders, this.settings);
	}

	private Comparison compareWithIdle() throws IOException {
		Server server = this.servers.find(ServerKinds.COUPLET).orElseThrow();
		Load load = new Load(Exchange.oneShot(Exchange.POEM), CLIENTS);
		Contender with = new Contender(ServerKinds.COUPLET, (settle, window) -> {
			try (IdleConnections idle = IdleConnections.open(server, Service.NETSTRING, IDLE, null)) {
				Sample sample = load.run(server, settle, window);
				return sample.with(Failure.LOST, idle.lost());
			}
		});
		return Comparison.run("one-shot, with %,d idle connections".formatted(IDLE), NO_IDLE,
				List.of(with, Contender.of(NO_IDLE, server, load)), this.settings);
	}

}
