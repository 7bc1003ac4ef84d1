package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the workloads of gRPC.
 */
final class GrpcComparisons {

	private static final Map<String, GrpcLoad> WORKLOADS = workloads();

	private final ServerGroup servers;

	private final Settings settings;

	/**
	 * Creates a run.
	 * @param servers the servers to compare, in order
	 * @param settings the workloads, the duration and the number of rounds
	 */
	GrpcComparisons(ServerGroup servers, Settings settings) {
		this.servers = servers;
		this.settings = settings;
	}

	private static Map<String, GrpcLoad> workloads() {
		Map<String, GrpcLoad> workloads = new LinkedHashMap<>();
		workloads.put("gRPC, unary", new GrpcLoad(Workload.CLIENTS, 0));
		workloads.put("gRPC, one stream, 16 in flight", new GrpcLoad(1, 16));
		return workloads;
	}

	static boolean isChosen(Settings settings) {
		return WORKLOADS.keySet().stream().anyMatch((title) -> settings.rows().matcher(title).matches());
	}

	List<Comparison> run() throws IOException {
		List<Comparison> comparisons = new ArrayList<>();
		for (Map.Entry<String, GrpcLoad> workload : WORKLOADS.entrySet()) {
			if (this.settings.rows().matcher(workload.getKey()).matches()) {
				List<Contender> contenders = new ArrayList<>();
				this.servers.serving(Service.GRPC)
					.forEach((name, server) -> contenders
						.add(new Contender(name, (settle, window) -> workload.getValue().run(server, settle, window))));
				comparisons.add(Comparison.run(workload.getKey(), contenders, this.settings.timing()));
			}
		}
		return comparisons;
	}

}
