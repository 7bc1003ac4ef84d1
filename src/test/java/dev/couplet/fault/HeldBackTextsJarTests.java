package dev.couplet.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * Tests that a server keeps running if more clients than fit into the heap send a large
 * text except for its last bytes.
 */
@Timeout(300)
@Tag("slow")
class HeldBackTextsJarTests {

	private static final int CLIENTS = 400;

	private static final int SIZE = 1024 * 1024;

	private final List<SocketClient> clients = new ArrayList<>();

	private final ServerProcess server = ServerProcess.startJar("-Xmx256m", "--couplet.netstring.keep-alive=true");

	@AfterEach
	void stop() {
		this.clients.forEach(SocketClient::close);
		this.server.close();
	}

	@Test
	void overTcp() {
		String request = SocketClient.netstring("lower-case." + "A".repeat(SIZE));
		holdBack(this.server.port("netstring"), request);
		assertServesAndRecovers();
	}

	@Test
	void overHttp() {
		holdBack(this.server.httpPort(), post("A".repeat(SIZE)));
		assertServesAndRecovers();
	}

	@Test
	void overHttpInChunks() {
		String head = "POST /transforms/lower-case HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
		holdBack(this.server.httpPort(), head + Integer.toHexString(SIZE) + "\r\n" + "A".repeat(SIZE) + "\r\n");
		assertServesAndRecovers();
	}

	private void holdBack(int port, String request) {
		byte[] bytes = request.substring(0, request.length() - 3).getBytes(StandardCharsets.US_ASCII);
		IntStream.range(0, CLIENTS).forEach((_) -> {
			SocketClient client = SocketClient.connect(port);
			this.clients.add(client);
			Thread.startVirtualThread(() -> client.sendWhileOpen(bytes));
		});
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.server.metrics().value("couplet_texts_memory_bytes") > 64 * SIZE);
	}

	private void assertServesAndRecovers() {
		assertServes("A");
		this.clients.forEach(SocketClient::close);
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.server.metrics().value("couplet_texts_memory_bytes") == 0);
		assertServes("A".repeat(SIZE));
		assertThat(this.server.log()).doesNotContain("OutOfMemoryError").doesNotContain("ERROR");
	}

	private void assertServes(String text) {
		assertThat(SocketClient.exchange(this.server.httpPort(), post(text))).startsWith("HTTP/1.1 200 ");
		try (SocketClient client = SocketClient.connect(this.server.port("netstring"))) {
			assertThat(client.sendNetstring("lower-case." + text).readNetstring()).isEqualTo("a".repeat(text.length()));
		}
	}

	private static String post(String text) {
		return "POST /transforms/lower-case HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
				+ text.length() + "\r\n\r\n" + text;
	}

}
