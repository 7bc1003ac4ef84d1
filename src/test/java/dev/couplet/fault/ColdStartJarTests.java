package dev.couplet.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a server that runs out of file descriptors before its first request, when it
 * has yet to load classes and start threads.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@Tag("slow")
class ColdStartJarTests {

	private static final int LIMIT = 200;

	/**
	 * The maximum number of descriptors that the server may hold in reserve.
	 */
	private static final int MAX_RESERVED = 5;

	private static final String POEM = "here is my poem";

	private final List<SocketClient> clients = new ArrayList<>();

	private ServerProcess server;

	@BeforeEach
	void startAndConnectUntilThereAreNoFileDescriptors() {
		this.server = ServerProcess.startJarAfter("ulimit -n " + LIMIT);
		for (int i = 0; i < LIMIT + 100; i++) {
			this.clients.add(SocketClient.connect(this.server.port("netstring")));
		}
		Awaitility.await().until(() -> this.server.openFiles() >= LIMIT - MAX_RESERVED);
	}

	@AfterEach
	void stop() {
		disconnect();
		this.server.close();
	}

	@Test
	void servesRequestsInTwoSegmentsAfterFileDescriptorsHaveBeenFreed() {
		// several, because some clients may still be in the backlog
		this.clients.forEach((client) -> client.sendWhileOpen("27:cumm".getBytes(StandardCharsets.UTF_8)));
		Requests.pause(Duration.ofMillis(500));
		disconnect();
		Awaitility.await().until(() -> this.server.openFiles() < LIMIT / 2);
		for (int i = 0; i < 3; i++) {
			assertThat(Requests.exchangeInTwoSegments(this.server.port("netstring"))).isEqualTo(POEM);
		}
		try (SocketClient session = SocketClient.connect(this.server.port("socketmap"))) {
			session.send("13:cumm");
			Requests.pause(Duration.ofMillis(50));
			assertThat(session.send("ingsify A,").readNetstring()).isEqualTo("OK a");
		}
		assertThat(this.server.log()).doesNotContain("NoClassDefFoundError");
	}

	@Test
	void servesAConnectedClientThatSendsItsRequestInTwoSegments() {
		SocketClient first = this.clients.getFirst();
		first.send("27:cummingsify.HERE");
		Requests.pause(Duration.ofMillis(50));
		assertThat(first.send(" IS MY POEM,").readNetstring()).isEqualTo(POEM);
	}

	private void disconnect() {
		this.clients.forEach(SocketClient::close);
	}

}
