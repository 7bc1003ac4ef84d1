package dev.couplet.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.couplet.Metrics;
import dev.couplet.ServerProcess;
import org.awaitility.Awaitility;

/**
 * Three servers on the default ports, each at a loopback address of its own, so that a
 * balancer's configuration needs no other ports.
 */
final class Replicas implements AutoCloseable {

	static final int COUNT = 3;

	/**
	 * Those that the balancers' configurations ask for, except that sessions end sooner.
	 */
	private static final List<String> SETTINGS = List.of("--couplet.tcp.proxy-protocol=required",
			"--couplet.readiness.shutdown-delay=5s", "--couplet.socketmap.max-session-age=1s");

	private final String network;

	private final List<ServerProcess> servers = new ArrayList<>(Collections.nCopies(COUNT, null));

	private Replicas(String network) {
		this.network = network;
	}

	static Replicas start() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		Replicas replicas = new Replicas("127." + random.nextInt(1, 255) + "." + random.nextInt(1, 255) + ".");
		try {
			replicas.startMissing();
			return replicas;
		}
		catch (RuntimeException ex) {
			replicas.close();
			throw ex;
		}
	}

	/**
	 * Starts the servers that are not running.
	 */
	void startMissing() {
		for (int index = 0; index < COUNT; index++) {
			if (this.servers.get(index) == null) {
				start(index);
			}
		}
	}

	/**
	 * Starts a server in the place of one that has ended.
	 * @param index from 0
	 */
	void start(int index) {
		List<String> arguments = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m",
				"--couplet.address=" + address(index), "--couplet.http.hosts=*", "--server.port=8080",
				"--couplet.grpc.port=9090", "--couplet.netstring.port=11000", "--couplet.socketmap.port=11001",
				"--couplet.poetry.servers[0].port=10001"));
		arguments.addAll(SETTINGS);
		this.servers.set(index, ServerProcess.startJar(arguments.toArray(String[]::new)));
	}

	/**
	 * Sends SIGTERM, and waits until the server has ended.
	 */
	void stop(int index) {
		ServerProcess server = this.servers.get(index);
		server.stop();
		server.awaitExit();
		kill(index);
	}

	/**
	 * Sends SIGKILL.
	 */
	void kill(int index) {
		this.servers.set(index, null).close();
	}

	/**
	 * Sends a signal to all servers.
	 */
	void signal(String name) {
		this.servers.forEach((server) -> server.signal(name));
	}

	/**
	 * Waits until a server has transformed texts of the load.
	 * @param protocol a protocol that is balanced by request, or whose sessions end
	 */
	void awaitLoad(int index, String protocol) {
		Metrics metrics = metrics(index);
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> metrics.transforms(protocol, LoadProtocol.RECIPE, "success") > 0);
	}

	Metrics metrics(int index) {
		return new Metrics(address(index), 8080, null);
	}

	String address(int index) {
		return this.network + (index + 1);
	}

	/**
	 * Returns a loopback address at which no server is.
	 */
	String balancerAddress() {
		return this.network + "100";
	}

	@Override
	public void close() {
		for (ServerProcess server : this.servers) {
			if (server != null) {
				server.close();
			}
		}
	}

}
