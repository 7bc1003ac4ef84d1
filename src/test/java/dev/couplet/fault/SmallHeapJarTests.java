package dev.couplet.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a small heap fits the maximum number of connections, each with an incomplete
 * small request, whose memory is not counted.
 */
@Timeout(300)
@Tag("slow")
class SmallHeapJarTests {

	private static final String TEXT = "A".repeat(3000);

	private final List<SocketClient> clients = new ArrayList<>();

	private final ServerProcess server = ServerProcess.startJar("-Xmx64m", "--couplet.netstring.keep-alive=true",
			"--couplet.tcp.request-timeout=1h", "--couplet.http.request-timeout=1h",
			"--server.tomcat.connection-timeout=1h");

	@AfterEach
	void stop() {
		this.clients.forEach(SocketClient::close);
		this.server.close();
	}

	@Test
	void overTcp() {
		connectUpToTheLimit("netstring", this.server.port("netstring"), "4000:trim." + TEXT);
	}

	@Test
	void overHttp() {
		connectUpToTheLimit("http", this.server.httpPort(),
				"POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000\r\n\r\n" + TEXT);
	}

	private void connectUpToTheLimit(String listener, int port, String beginning) {
		double most = this.server.metrics().value("couplet_connections_max{listener=\"" + listener + "\"}");
		assertThat(most).isBetween(100.0, 1000.0);
		byte[] bytes = beginning.getBytes(StandardCharsets.US_ASCII);
		IntStream.range(0, (int) most).forEach((_) -> {
			SocketClient client = SocketClient.connect(port);
			this.clients.add(client);
			client.sendWhileOpen(bytes);
		});
		try (SocketClient other = SocketClient.connect(this.server.port("socketmap"))) {
			assertThat(other.sendNetstring("lower-case A").readNetstring()).isEqualTo("OK a");
		}
		this.clients.forEach(SocketClient::close);
		Awaitility.await()
			.ignoreExceptions()
			.until(() -> this.server.get("/livez").startsWith("HTTP/1.1 200 ")
					&& this.server.metrics().value("couplet_connections{listener=\"" + listener + "\"}") < most / 2);
		assertThat(this.server.log()).doesNotContain("OutOfMemoryError");
	}

}
