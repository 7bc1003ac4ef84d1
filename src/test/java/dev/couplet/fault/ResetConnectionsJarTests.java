package dev.couplet.fault;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that connections that are reset immediately leak no resources.
 */
@Timeout(300)
@Tag("slow")
class ResetConnectionsJarTests {

	private static final int RESETS = 5000;

	private static final int THREADS = 8;

	@Test
	void areNotCountedAndDoNotDelayAStop() {
		try (ServerProcess server = ServerProcess.startJar("--spring.lifecycle.timeout-per-shutdown-phase=30s",
				"--couplet.tcp.idle-timeout=0", "--couplet.tcp.request-timeout=0")) {
			for (String listener : List.of("netstring", "socketmap")) {
				reset(server.port(listener));
			}
			for (String listener : List.of("netstring", "socketmap")) {
				Awaitility.await()
					.untilAsserted(() -> assertThat(
							server.metrics().value("couplet_connections{listener=\"" + listener + "\"}"))
						.as(listener)
						.isZero());
			}
			assertThat(Requests.exchangeInTwoSegments(server.port("netstring"))).isEqualTo("here is my poem");
			reset(server.port("netstring"));
			server.stop();
			assertThat(server.awaitExit()).doesNotContain("still running");
		}
	}

	private static void reset(int port) {
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
			for (int i = 0; i < RESETS; i++) {
				boolean begun = i % 3 == 0;
				threads.execute(() -> {
					SocketClient client = SocketClient.connect(port);
					if (begun) {
						client.send("27:cummingsify");
					}
					client.reset();
				});
			}
		}
	}

}
