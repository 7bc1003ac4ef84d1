package dev.couplet.fault;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a stop answers every request that was sent before, even if the server gets
 * little processor time.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@Tag("slow")
class StopOnBusyProcessorsJarTests {

	/**
	 * Several, because a race condition may not lose a request in every stop.
	 */
	private static final int STOPS = 4;

	private static final int SESSIONS = 400;

	/**
	 * Takes about a millisecond, so that the stop starts before most requests have been
	 * served.
	 */
	private static final String REQUEST = "replace=a:" + "b".repeat(100) + ",replace=b:" + "c".repeat(100)
			+ ",reverse,head=1,replace=c: a";

	private static final String REPLY = "OK ";

	private static final int BUSY_LOOPS = 2;

	private final List<SocketClient> sessions = new ArrayList<>();

	@AfterEach
	void disconnect() {
		this.sessions.forEach(SocketClient::close);
	}

	@RepeatedTest(STOPS)
	void answersEveryRequestSentBeforeTheStop() {
		try (ServerProcess server = ServerProcess.startJar("--spring.lifecycle.timeout-per-shutdown-phase=2m")) {
			for (int i = 0; i < SESSIONS; i++) {
				this.sessions.add(SocketClient.connect(server.port("socketmap")));
			}
			// in two segments, because the server may handle such sessions differently
			this.sessions.forEach((session) -> session.send("13:cumm"));
			Requests.pause(Duration.ofMillis(100));
			this.sessions.forEach((session) -> session.send("ingsify A,"));
			assertThat(replies()).containsOnlyKeys("OK a");
			try (BusyProcessors _ = new BusyProcessors(BUSY_LOOPS)) {
				this.sessions.parallelStream().forEach((session) -> session.sendNetstring(REQUEST));
				server.stop();
				assertThat(replies()).containsOnlyKeys(REPLY);
				assertThat(server.awaitExit()).doesNotContain("still running");
			}
		}
	}

	private Map<String, Long> replies() {
		return this.sessions.stream()
			.collect(Collectors.groupingBy(StopOnBusyProcessorsJarTests::reply, Collectors.counting()));
	}

	private static String reply(SocketClient session) {
		try {
			return session.readNetstring();
		}
		catch (UncheckedIOException ex) {
			return "none: " + ex.getMessage();
		}
	}

}
