package dev.couplet.fault;

import java.time.Duration;

import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that sessions that always have a request in flight do not starve other clients.
 */
@Timeout(300)
@Tag("slow")
class FairnessJarTests {

	private static final String HEAVY = SocketClient
		.netstring("to-latin" + ",to-latin".repeat(15) + " " + "\u03a9".repeat(512));

	private static final String TEN_MILLISECONDS = SocketClient.netstring(Requests.expensive(3) + " a");

	private static final Duration STALL = Duration.ofSeconds(2);

	private static final String SMALL = "cummingsify A";

	private ServerProcess server;

	private int socketmap;

	@BeforeEach
	void start() {
		this.server = ServerProcess.startJar("-XX:ActiveProcessorCount=2");
		this.socketmap = this.server.port("socketmap");
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void clientsThatPipelineHeavyRequestsAndReadNoRepliesDoNotDelayASession() {
		try (SocketClient session = SocketClient.connect(this.socketmap)) {
			assertNoDelay(() -> assertThat(session.sendNetstring(SMALL).readNetstring()).isEqualTo("OK a"));
		}
	}

	@Test
	void clientsThatPipelineHeavyRequestsAndReadNoRepliesDoNotDelayNewClients() {
		assertNoDelay(() -> {
			try (SocketClient session = SocketClient.connect(this.socketmap)) {
				assertThat(session.sendNetstring(SMALL).readNetstring()).isEqualTo("OK a");
			}
		});
	}

	@Test
	void clientsThatPipelineHeavyRequestsAndReadNoRepliesDoNotStarveOthers() {
		try (Sessions sessions = new Sessions(this.socketmap)) {
			assertOthersAreServed(() -> sessions.thatDoNotRead(2, HEAVY));
		}
	}

	private void assertNoDelay(Runnable exchange) {
		Latencies.of(1000, exchange);
		Latencies alone = Latencies.of(400, exchange);
		try (Sessions _ = new Sessions(this.socketmap).thatDoNotRead(2, HEAVY)) {
			Requests.pause(Duration.ofMillis(200));
			alone.assertHoldUnderLoad(400, exchange, 99, Duration.ofMillis(100));
		}
	}

	@Test
	void twoSessionsThatPipelineContinuouslyDoNotStarveOthers() {
		String request = SocketClient.netstring(SMALL);
		try (Sessions sessions = new Sessions(this.socketmap)) {
			assertOthersAreServed(() -> sessions.thatPipeline(2, request, "4:OK a,"));
		}
	}

	@Test
	void sixteenSessionsWithARequestInFlightEachDoNotStarveOthers() {
		try (Sessions sessions = new Sessions(this.socketmap)) {
			assertOthersAreServed(() -> sessions.thatExchange(16, TEN_MILLISECONDS));
		}
	}

	private void assertOthersAreServed(Runnable load) {
		Runnable split = () -> assertThat(Requests.exchangeInTwoSegments(this.server.port("netstring")))
			.isEqualTo("here is my poem");
		Runnable livez = () -> assertThat(this.server.get("/livez")).startsWith("HTTP/1.1 200");
		Latencies.of(20, split);
		Latencies.of(20, livez);
		Latencies splitAlone = Latencies.of(20, split);
		Latencies livezAlone = Latencies.of(20, livez);
		load.run();
		Requests.pause(Duration.ofMillis(500));
		splitAlone.assertHoldUnderLoad(20, split, 100, STALL);
		livezAlone.assertHoldUnderLoad(20, livez, 100, STALL);
	}

}
