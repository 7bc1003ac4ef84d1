package dev.couplet.fault;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the connection limit is exact when many clients connect at the same time.
 */
@Timeout(300)
@Tag("slow")
class ConnectionLimitJarTests {

	private static final int LIMIT = 50;

	private static final int CLIENTS = 400;

	private static final int ROUNDS = 5;

	private static final int THREADS = 40;

	private static final String CONNECTED = "couplet_connections{listener=\"netstring\"}";

	private static final String REFUSED = "couplet_connections_refused_total{limit=\"max-connections\",listener=\"netstring\"}";

	@Test
	void servesConnectionsUpToTheLimitAndClosesAndCountsTheOthers() {
		// possibly more than the machine has, so that several threads could accept
		try (ServerProcess server = ServerProcess.startJar("-XX:ActiveProcessorCount=8",
				"--couplet.tcp.max-connections=" + LIMIT)) {
			for (int round = 1; round <= ROUNDS; round++) {
				List<SocketClient> clients = connectAtOnce(server.port("netstring"));
				double refused = round * (CLIENTS - LIMIT);
				awaitMetric(server, REFUSED, refused);
				awaitMetric(server, CONNECTED, LIMIT);
				assertThat(clients.stream().filter(ConnectionLimitJarTests::isServed)).hasSize(LIMIT);
				clients.forEach(SocketClient::close);
				awaitMetric(server, CONNECTED, 0);
				awaitMetric(server, REFUSED, refused);
			}
		}
	}

	private static List<SocketClient> connectAtOnce(int port) {
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
			List<CompletableFuture<SocketClient>> clients = Stream
				.generate(() -> CompletableFuture.supplyAsync(() -> SocketClient.connect(port), threads))
				.limit(CLIENTS)
				.toList();
			return clients.stream().map(CompletableFuture::join).toList();
		}
	}

	private static boolean isServed(SocketClient client) {
		try {
			return client.send("13:cummingsify.A,").readToEnd().equals("1:a,");
		}
		catch (UncheckedIOException ex) {
			// reset, because the request had not been read
			return false;
		}
	}

	private static void awaitMetric(ServerProcess server, String series, double expected) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(server.metrics().value(series)).as(series).isEqualTo(expected));
	}

}
