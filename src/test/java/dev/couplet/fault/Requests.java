package dev.couplet.fault;

import java.time.Duration;

import dev.couplet.SocketClient;
import org.awaitility.Awaitility;

/**
 * Requests that several tests send.
 */
final class Requests {

	/**
	 * A recipe that turns the text {@code a} into 800,000 characters: a request of 500
	 * bytes that takes some hundred milliseconds of processor time.
	 */
	static final String EXPENSIVE = expensive(80);

	static final String EXPENSIVE_RESULT = "a6a2356579c1b7c05d72dc6430609f0a055c0";

	/**
	 * Long enough for the server to read the first segment separately.
	 */
	private static final Duration BETWEEN_SEGMENTS = Duration.ofMillis(50);

	private Requests() {
	}

	/**
	 * Returns a recipe whose cost is proportional to a factor.
	 * @param factor the text has 10,000 times as many characters before it is hashed
	 */
	static String expensive(int factor) {
		return "replace=a:" + "b".repeat(100) + ",replace=b:" + "c".repeat(100) + ",replace=c:" + "%26".repeat(factor)
				+ ",html-decode".repeat(8) + ",sha256";
	}

	/**
	 * Sends a request to the netstring port in two segments.
	 * @return the payload of the reply
	 */
	static String exchangeInTwoSegments(int port) {
		return exchangeInTwoSegments(port, BETWEEN_SEGMENTS);
	}

	static String exchangeInTwoSegments(int port, Duration pause) {
		try (SocketClient client = SocketClient.connect(port)) {
			client.send("27:cummingsify.HERE");
			pause(pause);
			return client.send(" IS MY POEM,").readNetstring();
		}
	}

	static void pause(Duration pause) {
		Awaitility.await().pollDelay(pause).atMost(pause.plusSeconds(60)).until(() -> true);
	}

}
