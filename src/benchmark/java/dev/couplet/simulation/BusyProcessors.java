package dev.couplet.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.couplet.benchmark.Server;

/**
 * How many processors of this machine programs other than the servers use, from
 * {@code proc_stat(5)}.
 */
final class BusyProcessors {

	// columns of the first line: user, nice, system, idle, iowait, irq, softirq, steal
	private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7, 8);

	// USER_HZ, the same on all common platforms
	private static final double TICKS_A_SECOND = 100;

	private final List<Server> servers;

	private final long start = System.nanoTime();

	private final double allBefore;

	private final double serversBefore;

	/**
	 * Begins to measure.
	 * @param servers the servers
	 * @throws IOException if it cannot be read
	 */
	BusyProcessors(List<Server> servers) throws IOException {
		this.servers = servers;
		this.allBefore = all();
		this.serversBefore = ofServers();
	}

	/**
	 * Returns what other programs have used since the start.
	 * @return a number of processors
	 * @throws IOException if it cannot be read
	 */
	double others() throws IOException {
		double elapsed = (double) (System.nanoTime() - this.start) / TimeUnit.SECONDS.toNanos(1);
		return Math.max(0, all() - this.allBefore - serverSeconds()) / elapsed;
	}

	/**
	 * Returns what the servers have used since the start.
	 * @return seconds of processor time
	 * @throws IOException if it cannot be read
	 */
	double serverSeconds() throws IOException {
		return ofServers() - this.serversBefore;
	}

	private static double all() throws IOException {
		String[] fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +", -1);
		return BUSY.stream().mapToDouble((column) -> Double.parseDouble(fields[column])).sum() / TICKS_A_SECOND;
	}

	private double ofServers() throws IOException {
		double sum = 0;
		for (Server server : this.servers) {
			sum += (double) server.cpuMicroseconds() / TimeUnit.SECONDS.toMicros(1);
		}
		return sum;
	}

}
