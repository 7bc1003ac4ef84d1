package dev.couplet.fault;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that small but expensive requests start few threads, take little memory, and do
 * not delay other requests.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@Tag("slow")
class ExpensiveRequestsJarTests {

	private static final int REQUESTS = 100;

	private static final int MAX_NEW_THREADS = 40;

	private static final double MAX_NEW_DIRECT_MEMORY = 16 * 1024 * 1024;

	private static final List<SocketClient> sessions = new ArrayList<>();

	private static final List<CompletableFuture<String>> replies = new ArrayList<>();

	private static int newThreads;

	private static double newDirectMemory;

	private static boolean smallRequestsAnsweredFirst;

	@BeforeAll
	@Timeout(300)
	static void sendExpensiveRequests() {
		try (ServerProcess server = ServerProcess.startJar()) {
			// threads and memory of the first requests are not counted
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
			// direct memory is not freed before a garbage collection
			sampleDirectMemory(server, directMemory);
		}
		finally {
			sessions.forEach(SocketClient::close);
		}
	}

	@Test
	void startFewThreads() {
		assertThat(newThreads).isLessThan(MAX_NEW_THREADS);
	}

	@Test
	void takeLittleDirectMemory() {
		assertThat(newDirectMemory).isLessThan(MAX_NEW_DIRECT_MEMORY);
	}

	@Test
	void doNotDelayOtherRequests() {
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
			// too busy to respond, which another test covers
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
