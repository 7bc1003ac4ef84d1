package dev.couplet.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import dev.couplet.client.FakeServer;
import dev.couplet.transform.remote.HttpMessages;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

/**
 * Tests that thousands of requests can wait for another server at a time, in the memory
 * of a small container.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
@Tag("slow")
class ManyRemoteCallsJarTests {

	private static final int REQUESTS = 5000;

	private static final int MAX_RESIDENT_KILOBYTES = 512 * 1024;

	private final AtomicInteger arrived = new AtomicInteger();

	private final CountDownLatch released = new CountDownLatch(1);

	@ParameterizedTest
	@CsvSource({ "netstring, netstring://localhost:%d/upper", "http, http://localhost:%d/upper" })
	void theyHoldNoThreadAndDoNotKeepOthersWaiting(String protocol, String uri) throws IOException {
		boolean http = protocol.equals("http");
		List<SocketClient> clients = new ArrayList<>();
		try (ServerSocket remote = new ServerSocket(0, REQUESTS, InetAddress.getLoopbackAddress());
				ServerProcess server = ServerProcess.startJarAfter("ulimit -n $(ulimit -H -n)", "-Xmx256m",
						"-XX:+UseSerialGC", "-XX:NewRatio=1", "--couplet.tcp.max-connections=6000",
						"--couplet.remotes.held.uri=" + uri.formatted(remote.getLocalPort()),
						"--couplet.remotes.held.timeout=1m", "--couplet.remotes.held.max-concurrent=" + REQUESTS)) {
			Thread.startVirtualThread(() -> accept(remote, http));
			int port = server.port("netstring");
			assertThat(SocketClient.exchange(port, "13:cummingsify.A,")).isEqualTo("1:a,");
			int threads = server.threads();
			for (int i = 0; i < REQUESTS; i++) {
				clients.add(SocketClient.connect(port).sendNetstring("trim,held,reverse. poem" + i));
			}
			Awaitility.await().atMost(Duration.ofSeconds(50)).untilAtomic(this.arrived, greaterThanOrEqualTo(REQUESTS));
			// the JVM may add threads of its own
			assertThat(server.threads()).isLessThan(threads + 50);
			for (int i = 0; i < 10; i++) {
				assertThat(SocketClient.exchange(port, "13:cummingsify.A,")).isEqualTo("1:a,");
			}
			assertThat(
					SocketClient.exchange(port, SocketClient.netstring("each-line(reverse)." + "ab\n".repeat(50_000))))
				.startsWith("150000:ba\nba\n");
			this.released.countDown();
			for (int i = 0; i < REQUESTS; i++) {
				assertThat(clients.get(i).readNetstring())
					.isEqualTo(new StringBuilder("POEM" + i).reverse().toString());
			}
			assertThat(residentKilobytes(server)).isLessThan(MAX_RESIDENT_KILOBYTES);
			assertThat(server.log()).doesNotContain("OutOfMemoryError");
		}
		finally {
			clients.forEach(SocketClient::close);
		}
	}

	private void accept(ServerSocket remote, boolean http) {
		try {
			while (true) {
				Socket client = remote.accept();
				Thread.startVirtualThread(() -> answer(client, http));
			}
		}
		catch (IOException ex) {
			// the test has ended
		}
	}

	private void answer(Socket client, boolean http) {
		try (client) {
			String value = http ? HttpMessages.readBody(client)
					: FakeServer.readRequest(client).substring("upper.".length());
			this.arrived.incrementAndGet();
			FakeServer.await(this.released);
			String result = value.toUpperCase(Locale.ROOT);
			FakeServer.send(client, http ? "HTTP/1.1 200 OK\r\nContent-Length: " + result.length() + "\r\n\r\n" + result
					: SocketClient.netstring(result));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int residentKilobytes(ServerProcess server) throws IOException {
		String status = Files.readString(Path.of("/proc", Long.toString(server.pid()), "status"));
		return status.lines()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToInt((line) -> Integer.parseInt(line.replaceAll("\\D", "")))
			.findFirst()
			.orElseThrow();
	}

}
