package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results by the number of clients and by the size of the texts.
 *
 * @param byClients results with texts of {@value #FEWEST_BYTES} bytes
 * @param byBytes results with {@value #CLIENTS} clients
 */
record Growth(List<GrowthPoint> byClients, List<GrowthPoint> byBytes) {

	static final int CLIENTS = 32;

	static final int FEWEST_BYTES = 16;

	static final List<Integer> CLIENT_COUNTS = List.of(1, 8, CLIENTS, 256, 2_000);

	static final List<Integer> TEXT_SIZES = List.of(FEWEST_BYTES, 1 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20);

	static Growth none() {
		return new Growth(List.of(), List.of());
	}

	boolean isEmpty() {
		return this.byClients.isEmpty();
	}

	/**
	 * Measures every size once, after a warm-up.
	 * @param servers the servers by name
	 * @param timing the duration
	 * @return the figures
	 * @throws IOException on an I/O error, or if a server has ended
	 */
	static Growth measure(Map<String, Server> servers, Timing timing) throws IOException {
		List<GrowthPoint> byClients = new ArrayList<>();
		List<GrowthPoint> byBytes = new ArrayList<>();
		for (int clients : CLIENT_COUNTS) {
			byClients.addAll(measure(servers, clients, FEWEST_BYTES, clients, timing));
		}
		for (int bytes : TEXT_SIZES) {
			byBytes.addAll(measure(servers, CLIENTS, bytes, bytes, timing));
		}
		return new Growth(byClients, byBytes);
	}

	private static List<GrowthPoint> measure(Map<String, Server> servers, int clients, int bytes, int size,
			Timing timing) throws IOException {
		Map<String, Exchange> exchanges = new LinkedHashMap<>();
		exchanges.put("one-shot", Exchange.oneShot(Exchange.text(bytes)));
		exchanges.put("session", Exchange.session(Exchange.text(bytes), 1));
		List<GrowthPoint> points = new ArrayList<>();
		for (Map.Entry<String, Exchange> exchange : exchanges.entrySet()) {
			for (Map.Entry<String, Server> server : servers.entrySet()) {
				Contender.Run load = Contender
					.of(server.getKey(), server.getValue(), new Load(exchange.getValue(), clients))
					.run();
				WarmUp.run(load, timing.window());
				Sample sample = load.take(timing.settle(), timing.window());
				String line = server.getKey() + ", " + exchange.getKey();
				Progress
					.show("growth: %s, %,d clients, %,d bytes: %s".formatted(line, clients, bytes, sample.summary()));
				points.add(new GrowthPoint(line, size, sample));
			}
		}
		return points;
	}

	/**
	 * Returns all samples.
	 * @return the samples by clients and by size
	 */
	List<Sample> samples() {
		List<GrowthPoint> points = new ArrayList<>(this.byClients);
		points.addAll(this.byBytes);
		return points.stream().map(GrowthPoint::sample).toList();
	}

}
