package dev.couplet.protocol.poem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.couplet.CoupletTest;
import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PoemServers} on the running server.
 */
@CoupletTest
@TestPropertySource(properties = { "couplet.poetry.servers[0].port=0", "couplet.poetry.servers[1].port=0",
		"couplet.poetry.servers[1].poem=the-kettle", "couplet.poetry.servers[1].framing=netstring",
		"couplet.poetry.servers[2].port=0", "couplet.poetry.servers[2].poem=night-train",
		"couplet.poetry.servers[2].num-bytes=100", "couplet.poetry.servers[2].delay=250ms",
		"couplet.poetry.servers[3].port=0", "couplet.poetry.servers[3].poem=night-train",
		"couplet.poetry.servers[3].num-bytes=1", "couplet.poetry.servers[3].delay=20ms",
		"couplet.poetry.servers[3].framing=netstring", "couplet.tcp.idle-timeout=100ms",
		"couplet.tcp.request-timeout=100ms" })
@Tag("slow")
class PoemServersIntegrationTests {

	@Autowired
	private PoemServers servers;

	@Test
	void sendsAPoemAndCloses() throws IOException {
		assertThat(download(0)).isEqualTo(poem("low-tide"));
	}

	@Test
	void sendsAPoemInANetstring() throws IOException {
		byte[] poem = poem("the-kettle").getBytes(StandardCharsets.UTF_8);
		assertThat(download(1)).isEqualTo(poem.length + ":" + poem("the-kettle") + ",");
	}

	@Test
	void sendsAPoemSlowlyInPiecesRegardlessOfTimeouts() throws IOException {
		long start = System.nanoTime();
		String poem = poem("night-train");
		try (SocketClient client = SocketClient.connect(port(2))) {
			assertThat(client.read(100)).isEqualTo(poem.substring(0, 100));
			assertThat(client.readToEnd()).isEqualTo(poem.substring(100));
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start))
			.isGreaterThanOrEqualTo(Duration.ofMillis(250).multipliedBy((poem.length() - 1) / 100));
	}

	@Test
	void sendsAPoemSlowlyInANetstring() throws IOException {
		String poem = poem("night-train");
		assertThat(download(3)).isEqualTo(poem.length() + ":" + poem + ",");
	}

	@Test
	void sendsThePoemToAClientThatHalfClosesImmediately() throws IOException {
		try (SocketClient client = SocketClient.connect(port(2))) {
			assertThat(client.halfClose().readToEnd()).isEqualTo(poem("night-train"));
		}
	}

	@Test
	void sendsThePoemToAClientThatSendsData() throws IOException {
		try (SocketClient client = SocketClient.connect(port(0))) {
			assertThat(client.send("GET / HTTP/1.1\r\n\r\n").readToEnd()).isEqualTo(poem("low-tide"));
		}
	}

	@Test
	void closesTheConnectionOfAClientThatDisconnects() {
		for (int i = 0; i < 20; i++) {
			SocketClient leaves = SocketClient.connect(port(3));
			assertThat(leaves.read(2)).hasSize(2);
			leaves.close();
			SocketClient resets = SocketClient.connect(port(3));
			assertThat(resets.read(2)).hasSize(2);
			resets.reset();
		}
		Awaitility.await().until(() -> listener(3).connections() == 0);
	}

	@Test
	void serves1000SlowClientsWithoutAThreadForEach() throws IOException {
		String poem = poem("night-train");
		int threadsBefore = Thread.activeCount();
		List<SocketClient> clients = new ArrayList<>();
		try {
			for (int i = 0; i < 1000; i++) {
				clients.add(SocketClient.connect(port(3)));
			}
			Awaitility.await().until(() -> listener(3).connections() == 1000);
			assertThat(Thread.activeCount()).isLessThan(threadsBefore + 50);
			for (SocketClient client : clients) {
				assertThat(client.readToEnd()).isEqualTo(poem.length() + ":" + poem + ",");
			}
		}
		finally {
			clients.forEach(SocketClient::close);
		}
	}

	private String download(int server) {
		try (SocketClient client = SocketClient.connect(port(server))) {
			return client.readToEnd();
		}
	}

	private int port(int server) {
		return listener(server).port();
	}

	private Listener listener(int server) {
		return this.servers.listeners().get(server);
	}

	private static String poem(String title) throws IOException {
		try (InputStream file = PoemServersIntegrationTests.class.getResourceAsStream("/poems/" + title + ".txt")) {
			assertThat(file).isNotNull();
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
