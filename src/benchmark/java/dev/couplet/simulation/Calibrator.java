package dev.couplet.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.couplet.benchmark.Progress;
import dev.couplet.benchmark.Server;
import dev.couplet.benchmark.ServerKind;
import dev.couplet.benchmark.Service;
import dev.couplet.simulation.Calibration.Seen;
import dev.couplet.simulation.Calibration.Step;
import dev.couplet.simulation.Calibration.Times;

/**
 * Measures real instances, as shipped and each counting one processor, on this machine:
 * the time that each kind of request takes, and what callers see with one and with three
 * instances at several rates. Writes {@link Calibration#FILE}, and prints how far the
 * simulation is from it. Options are system properties: {@code benchmark.project}, the
 * project directory; {@code benchmark.jar}, the server.
 */
public final class Calibrator {

	private static final Path PROJECT = Path.of(System.getProperty("benchmark.project", "")).toAbsolutePath();

	private static final int INSTANCES = 3;

	private static final double WARM_UP_SECONDS = 6;

	private static final double UNLOADED_SECONDS = 3;

	private static final double LOADED_SECONDS = 4;

	private static final int LOADING_CLIENTS = 6;

	/** The rates, as parts of what the instances can do. */
	private static final double[] LOADS = { 0.3, 0.6, 0.8, 2 };

	private static final double STEP_SECONDS = 12;

	/** The number of equally likely times of a kind. */
	private static final int VALUES = 20;

	/** The part of single requests that other programs have hardly disturbed. */
	private static final double UNDISTURBED = 0.9;

	private Calibrator() {
	}

	/**
	 * Calibrates the simulation.
	 * @param arguments none
	 * @throws IOException if a server does not start, or a request fails
	 */
	public static void main(String[] arguments) throws IOException {
		// the same number format on every machine
		Locale.setDefault(Locale.ROOT);
		List<Server> servers = new ArrayList<>();
		try {
			double start = start(servers);
			Calibration unmeasured = new Calibration(machine(), start,
					Map.of("medium", new Times(0, List.of(0.0)), "large", new Times(0, List.of(0.0))), List.of());
			Calibration timed = new Calibration(unmeasured.measured(), start, times(unmeasured, servers), List.of());
			Calibration whole = new Calibration(machine(), start, timed.times(), steps(timed, servers));
			whole.write(PROJECT.resolve(Calibration.FILE));
			Progress.show(CalibrationReport.of(Calibration.read(PROJECT.resolve(Calibration.FILE))));
		}
		finally {
			servers.forEach(Server::close);
		}
	}

	private static String machine() throws IOException {
		String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
		return "%s, JDK %s, %d processors, load average at the end %s".formatted(LocalDate.now(ZoneOffset.UTC),
				Runtime.version(), Runtime.getRuntime().availableProcessors(), load);
	}

	private static double start(List<Server> servers) throws IOException {
		Path jar = PROJECT.resolve(System.getProperty("benchmark.jar", "target/couplet.jar"));
		double[] seconds = new double[INSTANCES];
		for (int i = 0; i < INSTANCES; i++) {
			ServerKind kind = new ServerKind("Couplet " + (i + 1), List.of(Service.NETSTRING, Service.HTTP),
					PROJECT.resolve("target/simulation"), (ports) -> command(jar, ports));
			long began = System.nanoTime();
			servers.add(kind.start());
			seconds[i] = (double) (System.nanoTime() - began) / TimeUnit.SECONDS.toNanos(1);
			Progress.show("start to ready, instance %d: %.1f s".formatted(i + 1, seconds[i]));
		}
		return IntStream.range(0, INSTANCES).mapToDouble((i) -> seconds[i]).sorted().toArray()[INSTANCES / 2];
	}

	private static List<String> command(Path jar, Map<Service, Integer> ports) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:ActiveProcessorCount=" + SimulatedRun.LIMITS.processors(), "-XX:+UseSerialGC", "-XX:NewRatio=1",
				"-Xmx" + SimulatedRun.LIMITS.heapBytes(), "-jar", jar.toString(),
				"--couplet.netstring.port=" + ports.get(Service.NETSTRING), "--server.port=" + ports.get(Service.HTTP),
				"--couplet.socketmap.enabled=false", "--couplet.grpc.enabled=false",
				"--couplet.poetry.servers[0].port=0");
	}

	private static Map<String, Times> times(Calibration unmeasured, List<Server> servers) throws IOException {
		List<RequestKind> kinds = Workload.kinds(unmeasured);
		OpenLoop all = new OpenLoop(servers, kinds);
		for (RequestKind kind : kinds) {
			Progress.show("warm-up: " + kind.name());
			all.repeat(kind, LOADING_CLIENTS, WARM_UP_SECONDS);
		}
		List<Server> first = servers.subList(0, 1);
		OpenLoop one = new OpenLoop(first, kinds);
		Map<String, Times> times = new HashMap<>();
		for (RequestKind kind : kinds) {
			Sightings unloaded = one.repeat(kind, 1, UNLOADED_SECONDS);
			BusyProcessors busy = new BusyProcessors(first);
			Sightings loaded = one.repeat(kind, LOADING_CLIENTS, LOADED_SECONDS);
			Latencies latencies = kind.isExpensive() ? loaded.expensive() : loaded.cheap();
			double used = busy.serverSeconds() / latencies.count();
			// the one worker is never idle, unless other programs keep it from running
			double working = kind.isExpensive() ? Math.min(used, LOADED_SECONDS / latencies.count()) : 0;
			Times measured = new Times(used - working,
					kind.isExpensive() ? values(unloaded.expensive(), working) : List.of());
			times.put(kind.name(), measured);
			Progress.show("%s: %.3f ms of processor time, of which %.3f on a worker; alone p50 %.3f ms".formatted(
					kind.name(), 1000 * used, 1000 * working,
					1000 * (kind.isExpensive() ? unloaded.expensive() : unloaded.cheap()).percentile(50)));
		}
		return times;
	}

	/**
	 * Returns times that are spread as the latencies of undisturbed single requests are,
	 * with a given mean.
	 * @param latencies the latencies
	 * @param mean the mean in seconds
	 * @return seconds
	 */
	private static List<Double> values(Latencies latencies, double mean) {
		double scale = mean / latencies.meanBetween(0, UNDISTURBED);
		return IntStream.range(0, VALUES)
			.mapToObj((i) -> scale * latencies.meanBetween(UNDISTURBED * i / VALUES, UNDISTURBED * (i + 1) / VALUES))
			.toList();
	}

	private static List<Step> steps(Calibration calibration, List<Server> servers) throws IOException {
		List<Step> steps = new ArrayList<>();
		for (int instances : new int[] { 1, INSTANCES }) {
			OpenLoop loop = new OpenLoop(servers.subList(0, instances), Workload.kinds(calibration));
			double capacity = Math.min(instances, SimulatedRun.PROCESSORS) / Workload.meanWork(calibration);
			for (double load : LOADS) {
				double rate = Math.round(load * capacity);
				BusyProcessors busy = new BusyProcessors(servers);
				Arrivals arrivals = SimulatedRun.arrivals(calibration, steps.size(), rate, STEP_SECONDS);
				Seen seen = loop.send(arrivals, STEP_SECONDS).seen();
				steps.add(new Step(instances, rate, STEP_SECONDS, busy.others(), seen));
				Progress.show("%d instances, %.0f requests/s, %.2f processors: %s".formatted(instances, rate,
						busy.serverSeconds() / STEP_SECONDS, seen));
			}
		}
		return steps;
	}

}
