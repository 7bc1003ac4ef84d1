package dev.couplet.fault;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that requests that are small but take long do not make the server grow, and leave
 * room for others.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class ExpensiveRequestsJarTests {

	private static final int REQUESTS = 100;

	private static final int MOST_NEW_THREADS = 40;

	private static final double MOST_NEW_DIRECT_MEMORY = 16 * 1024 * 1024;

	private static final List<SocketClient> sessions = new ArrayList<>();

	private static final List<CompletableFuture<String>> replies = new ArrayList<>();

	private static int newThreads;

	private static double newDirectMemory;

	private static boolean smallRequestsAnsweredFirst;

	@BeforeAll
	@Timeout(300)
	static void sendAHundredAtOnce() {
		try (ServerProcess server = ServerProcess.startJar()) {
			// what any use of the server needs is not counted
			assertThat(smallRequestsAnswered(server)).isTrue();
			exchange(server, Requests.EXPENSIVE + " a");
			double directMemory = directMemory(server);
			int threads = server.threads();
			send(server);
			CompletableFuture<Boolean> small = CompletableFuture.supplyAsync(() -> smallRequestsAnswered(server),
					Thread::startVirtualThread);
			while (!areAnswered()) {
				smallRequestsAnsweredFirst = !small.isCompletedExceptionally() && small.getNow(false);
				newThreads = Math.max(newThreads, server.threads() - threads);
				sampleDirectMemory(server, directMemory);
			}
			// it stays until garbage is collected
			sampleDirectMemory(server, directMemory);
		}
		finally {
			sessions.forEach(SocketClient::close);
		}
	}

	@Test
	void aHundredAtOnceStartFewThreads() {
		assertThat(newThreads).isLessThan(MOST_NEW_THREADS);
	}

	@Test
	void aHundredAtOnceTakeLittleDirectMemory() {
		assertThat(newDirectMemory).isLessThan(MOST_NEW_DIRECT_MEMORY);
	}

	@Test
	void otherRequestsAreAnsweredBeforeAHundredOfThemAre() {
		assertThat(smallRequestsAnsweredFirst).isTrue();
	}

	private static void send(ServerProcess server) {
		for (int i = 0; i < REQUESTS; i++) {
			sessions.add(SocketClient.connect(server.port("socketmap")));
		}
		for (SocketClient session : sessions) {
			session.sendNetstring(Requests.EXPENSIVE + " a");
			replies.add(CompletableFuture.supplyAsync(session::readNetstring, Thread::startVirtualThread));
		}
	}

	private static boolean areAnswered() {
		return replies.stream().allMatch(CompletableFuture::isDone);
	}

	private static void sampleDirectMemory(ServerProcess server, double before) {
		try {
			newDirectMemory = Math.max(newDirectMemory, directMemory(server) - before);
		}
		catch (UncheckedIOException ex) {
			// too busy to say, which another test is about
		}
	}

	private static double directMemory(ServerProcess server) {
		return server.metrics().value("jvm_buffer_memory_used_bytes{id=\"direct\"}");
	}

	private static boolean smallRequestsAnswered(ServerProcess server) {
		return exchange(server, "cummingsify A").equals("OK a")
				&& SocketClient.exchange(server.port("netstring"), "13:cummingsify.A,").equals("1:a,");
	}

	private static String exchange(ServerProcess server, String request) {
		try (SocketClient session = SocketClient.connect(server.port("socketmap"))) {
			return session.sendNetstring(request).readNetstring();
		}
	}

}
