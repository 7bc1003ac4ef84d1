package dev.couplet.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests that a server whose heap is exhausted either recovers or terminates, but never
 * stays up without serving. The memory for texts is set higher than the heap, because the
 * default prevents this.
 */
@Timeout(300)
@Tag("slow")
class OutOfMemoryJarTests {

	private static final int CLIENTS = 200;

	private static final int SIZE = 1024 * 1024;

	@Test
	void overTcp() {
		exhaust((server) -> server.port("netstring"), SocketClient.netstring("lower-case." + "A".repeat(SIZE)));
	}

	@Test
	void overHttp() {
		exhaust(ServerProcess::httpPort, "POST /transforms/lower-case HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
				+ SIZE + "\r\n\r\n" + "A".repeat(SIZE));
	}

	private static void exhaust(ToIntFunction<ServerProcess> port, String request) {
		byte[] bytes = request.substring(0, request.length() - 3).getBytes(StandardCharsets.US_ASCII);
		List<SocketClient> clients = new ArrayList<>();
		try (ServerProcess server = ServerProcess.startJar("-Xmx96m", "--couplet.transform.max-memory=10GB")) {
			int attacked = port.applyAsInt(server);
			IntStream.range(0, CLIENTS).forEach((_) -> attack(attacked, bytes, clients));
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> !server.isAlive() || server.log().contains("OutOfMemoryError"));
			clients.forEach(SocketClient::close);
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.ignoreExceptions()
				.until(() -> !server.isAlive() || serves(server));
		}
		finally {
			clients.forEach(SocketClient::close);
		}
	}

	private static void attack(int port, byte[] bytes, List<SocketClient> clients) {
		try {
			SocketClient client = SocketClient.connect(port);
			clients.add(client);
			Thread.startVirtualThread(() -> client.sendWhileOpen(bytes));
		}
		catch (RuntimeException ex) {
			// the server has already terminated
		}
	}

	private static boolean serves(ServerProcess server) {
		return server.get("/livez").startsWith("HTTP/1.1 200 ")
				&& SocketClient.exchange(server.port("netstring"), SocketClient.netstring("lower-case.A"))
					.equals("1:a,");
	}

}
