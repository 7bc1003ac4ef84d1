package dev.couplet.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.couplet.SocketClient;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HAProxy, with the configuration in {@code ops/haproxy}.
 */
final class Haproxy extends Balancer {

	private static final List<String> SERVERS = List.of("one", "two", "three");

	private static final int BACKENDS = 5;

	private final Path socket;

	private Haproxy(Replicas replicas, Path file, String text, Path socket) throws IOException {
		super(replicas, file, text, List.of("/usr/sbin/haproxy", "-db", "-f", file.toString()));
		this.socket = socket;
	}

	/**
	 * Starts HAProxy, and waits until it uses all replicas.
	 */
	static Haproxy start(Replicas replicas, Path folder) throws IOException {
		Path socket = folder.resolve("admin.sock");
		String text = Files.readString(Path.of("ops/haproxy/haproxy.cfg"))
			.replace("bind :", "bind " + replicas.balancerAddress() + ":")
			.replace("/run/haproxy/admin.sock", socket.toString());
		return new Haproxy(replicas, folder.resolve("haproxy.cfg"), text, socket);
	}

	@Override
	Map<String, ?> grpcServiceConfig() {
		return Map.of();
	}

	@Override
	Set<LoadProtocol> sessions() {
		return Set.of(LoadProtocol.SOCKETMAP, LoadProtocol.GRPC_STREAM);
	}

	@Override
	void beforeStop(int index) {
		// the health checks find out
	}

	@Override
	void afterStop(int index) {
		awaitStatus(index, "DOWN");
	}

	@Override
	void afterStart(int index) {
		awaitStatus(index, "UP");
	}

	private void awaitStatus(int index, String status) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> statuses(index), (all) -> all.stream().allMatch((each) -> each.startsWith(status)));
	}

	/**
	 * Returns the status of a replica in every backend.
	 */
	List<String> statuses(int index) {
		try (SocketClient client = SocketClient.connect(this.socket)) {
			List<String[]> rows = client.send("show stat\n")
				.readToEnd()
				.lines()
				.map((line) -> line.split(",", -1))
				.toList();
			int status = List.of(rows.getFirst()).indexOf("status");
			List<String> statuses = rows.stream()
				.filter((row) -> row.length > status && row[1].equals(SERVERS.get(index)))
				.map((row) -> row[status])
				.toList();
			assertThat(statuses).hasSize(BACKENDS);
			return statuses;
		}
	}

}
