package dev.couplet.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A server that can be started, again and again.
 *
 * @param name as the tables show it
 * @param services what it serves, the first of them when it is ready
 * @param directory where its process runs, and where its output goes
 * @param command its command line, for the ports that it is given
 */
record ServerKind(String name, List<Service> services, Path directory,
		Function<Map<Service, Integer>, List<String>> command) {

	private static final int MOST_STARTS = 3;

	private static final Duration LONGEST_START = Duration.ofMinutes(2);

	private static final Duration PROBE_INTERVAL = Duration.ofMillis(2);

	/**
	 * Starts one on free ports, and waits for its first right answer. Another process may
	 * take a port before the server does; so there are {@value #MOST_STARTS} attempts.
	 * @return the server, ready
	 * @throws IOException where it does not start
	 */
	Server start() throws IOException {
		for (int attempt = 1; attempt < MOST_STARTS; attempt++) {
			try {
				return startOnce();
			}
			catch (IOException ex) {
				Progress.show("%s is started again, on other ports: %s".formatted(this.name, ex.getMessage()));
			}
		}
		return startOnce();
	}

	private Server startOnce() throws IOException {
		Map<Service, Integer> ports = freePorts();
		Files.createDirectories(this.directory);
		Path log = this.directory.resolve(this.name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".log");
		Server server = Server.start(this.command.apply(ports), this.directory, log, ports);
		try {
			awaitAnswer(server, log);
			return server;
		}
		catch (IOException | RuntimeException ex) {
			server.close();
			throw ex;
		}
	}

	private void awaitAnswer(Server server, Path log) throws IOException {
		Service first = this.services.getFirst();
		Exchange exchange = (first == Service.HTTP) ? Exchange.http(Exchange.POEM) : Exchange.oneShot(Exchange.POEM);
		long end = System.nanoTime() + LONGEST_START.toNanos();
		while (!Call.isAnswered(server.address(first), exchange)) {
			if (!server.isAlive() || System.nanoTime() - end > 0) {
				throw new IOException(this.name + " does not start, see " + log);
			}
			Pause.of(PROBE_INTERVAL);
		}
	}

	private Map<Service, Integer> freePorts() throws IOException {
		Map<Service, Integer> ports = new EnumMap<>(Service.class);
		for (Service service : this.services) {
			// the system goes round: it does not give the same one again at once
			try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
				ports.put(service, socket.getLocalPort());
			}
		}
		return ports;
	}

}
