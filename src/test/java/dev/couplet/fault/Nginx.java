package dev.couplet.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * nginx, with the configuration in {@code ops/nginx}.
 */
final class Nginx extends Balancer {

	/**
	 * What docs/operations.md recommends, because nginx does not repeat calls of gRPC.
	 */
	private static final Map<String, ?> RETRIES = Map.of("methodConfig",
			List.of(Map.of("name", List.of(Map.of("service", "couplet.v1.Transforms")), "waitForReady", true,
					"retryPolicy", Map.of("maxAttempts", 4.0, "initialBackoff", "0.1s", "maxBackoff", "1s",
							"backoffMultiplier", 2.0, "retryableStatusCodes", List.of("UNAVAILABLE")))));

	private final Replicas replicas;

	private final String original;

	private Nginx(Replicas replicas, Path file, String text) throws IOException {
		super(replicas, file, text,
				List.of("/usr/sbin/nginx", "-e", "stderr", "-c", file.toString(), "-g", "daemon off;"));
		this.replicas = replicas;
		this.original = configuration();
	}

	/**
	 * Starts nginx, and waits until it listens.
	 */
	static Nginx start(Replicas replicas, Path folder) throws IOException {
		String text = Files.readString(Path.of("ops/nginx/nginx.conf"))
			.replace("listen ", "listen " + replicas.balancerAddress() + ":")
			.replace("/run/nginx.pid", folder.resolve("nginx.pid").toString());
		return new Nginx(replicas, folder.resolve("nginx.conf"), text);
	}

	@Override
	Map<String, ?> grpcServiceConfig() {
		return RETRIES;
	}

	@Override
	Set<LoadProtocol> sessions() {
		// a reload ends idle connections of HTTP, and now and then cuts a response
		return Set.of(LoadProtocol.SOCKETMAP, LoadProtocol.GRPC_STREAM, LoadProtocol.HTTP, LoadProtocol.MCP);
	}

	@Override
	void beforeStop(int index) {
		String server = "server " + this.replicas.address(index);
		String marked = configuration().replaceAll("(" + Pattern.quote(server) + ":\\d+);", "$1 down;");
		assertThat(marked).isNotEqualTo(this.original);
		reload(marked);
	}

	@Override
	void afterStop(int index) {
		// a replica that refuses connections is passed over
	}

	@Override
	void afterStart(int index) {
		reload(this.original);
	}

	/**
	 * Uses another configuration from now on.
	 */
	void reload(String text) {
		configure(text);
		Set<ProcessHandle> before = workers();
		try {
			Process kill = new ProcessBuilder("kill", "-HUP", Long.toString(process().pid())).start();
			assertThat(kill.onExit().join().exitValue()).isZero();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Awaitility.await().untilAsserted(() -> assertThat(before.containsAll(workers())).as(log()).isFalse());
	}

	private Set<ProcessHandle> workers() {
		return process().children().collect(Collectors.toSet());
	}

}
