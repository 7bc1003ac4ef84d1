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
 * A server that can be started repeatedly.
 *
 * @param name the name in tables
 * @param services the services, of which the first shows whether the server is ready
 * @param directory the working directory, which also receives the output
 * @param command returns the command line for given ports
 */
public record ServerKind(String name, List<Service> services, Path directory,
		Function<Map<Service, Integer>, List<String>> command) {

	private static final int MOST_STARTS = 3;

	private static final Duration LONGEST_START = Duration.ofMinutes(2);

	private static final Duration PROBE_INTERVAL = Duration.ofMillis(2);

	/**
	 * Starts the server on free ports, and waits for its first correct reply. Makes up to
	 * {@value #MOST_STARTS} attempts, because another process may bind a port first.
	 * @return the ready server
	 * @throws IOException if it does not start
	 */
	public Server start() throws IOException {
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
		long end = System.nanoTime() + LONGEST_START.toNanos();
		while (!isAnswered(server)) {
			if (!server.isAlive() || System.nanoTime() - end > 0) {
				throw new IOException(this.name + " does not start, see " + log);
			}
			Pause.of(PROBE_INTERVAL);
		}
	}

	private boolean isAnswered(Server server) throws IOException {
		Service first = this.services.getFirst();
		return switch (first) {
			case GRPC -> GrpcLoad.isAnswered(server);
			case HTTP -> Call.isAnswered(server.address(first), Exchange.http(Exchange.POEM));
			case NETSTRING, SOCKETMAP -> Call.isAnswered(server.address(first), Exchange.oneShot(Exchange.POEM));
		};
	}

	private Map<Service, Integer> freePorts() throws IOException {
		Map<Service, Integer> ports = new EnumMap<>(Service.class);
		for (Service service : this.services) {
			// the system does not return the same port again soon
			try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
				ports.put(service, socket.getLocalPort());
			}
		}
		return ports;
	}

}
