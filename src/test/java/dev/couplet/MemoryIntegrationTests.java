package dev.couplet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.couplet.tcp.Listener;
import dev.couplet.transform.TransformService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the texts of all protocols together stay within the memory limit.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "couplet.netstring.port=0", "couplet.netstring.keep-alive=true", "couplet.socketmap.port=0",
				"couplet.grpc.port=0", "couplet.poetry.servers=", "couplet.tcp.request-timeout=1h",
				"couplet.transform.max-memory=1MB" })
@Tag("slow")
class MemoryIntegrationTests {

	private static final String LARGE = "A".repeat(240_000);

	private static final String RESULT = "a".repeat(240_000);

	@Autowired
	private TransformService service;

	@Autowired
	private Listener netstringListener;

	@Autowired
	private Listener socketmapListener;

	@LocalServerPort
	private int httpPort;

	// holds all of the memory: the last byte of its text is missing
	private SocketClient holder;

	@BeforeEach
	void holdMemory() {
		this.holder = SocketClient.connect(this.netstringListener.port())
			.send(SocketClient.netstring("lower-case." + LARGE).substring(0, LARGE.length()));
		Awaitility.await().until(() -> this.service.reservedMemory() > LARGE.length());
	}

	@AfterEach
	void releaseMemory() {
		this.holder.close();
		Awaitility.await().until(() -> this.service.reservedMemory() == 0);
	}

	@Test
	void smallTextsAreServedWhileAllMemoryIsReserved() {
		try (SocketClient netstring = SocketClient.connect(this.netstringListener.port());
				SocketClient socketmap = SocketClient.connect(this.socketmapListener.port())) {
			assertThat(netstring.sendNetstring("lower-case.A").readNetstring()).isEqualTo("a");
			assertThat(socketmap.sendNetstring("lower-case A").readNetstring()).isEqualTo("OK a");
		}
		assertThat(SocketClient.exchange(this.httpPort, post("lower-case", "A", ""))).endsWith("\r\n\r\na");
	}

	@Test
	void largeTextsAreServedWhenMemoryIsReleased() {
		try (SocketClient netstring = SocketClient.connect(this.netstringListener.port());
				SocketClient socketmap = SocketClient.connect(this.socketmapListener.port());
				SocketClient http = SocketClient.connect(this.httpPort);
				SocketClient chunked = SocketClient.connect(this.httpPort)) {
			netstring.sendNetstring("lower-case." + LARGE);
			socketmap.sendNetstring("lower-case " + LARGE);
			http.send(post("lower-case", LARGE, ""));
			chunked.send(chunked("lower-case", LARGE));
			this.holder.close();
			assertThat(netstring.readNetstring()).isEqualTo(RESULT);
			assertThat(socketmap.readNetstring()).isEqualTo("OK " + RESULT);
			assertThat(http.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n" + RESULT);
			assertThat(chunked.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n" + RESULT);
		}
	}

	// cheap transforms run on the event loop, expensive ones on a worker
	@ParameterizedTest
	@CsvSource({ "4090, lower-case", "4100, lower-case", "8000, lower-case", "20000, lower-case", "5000, sort-lines" })
	void aTextThatOneReadReturnsIsServedWhenMemoryIsReleased(int length, String recipe) {
		String text = "a".repeat(length);
		try (SocketClient netstring = SocketClient.connect(this.netstringListener.port());
				SocketClient socketmap = SocketClient.connect(this.socketmapListener.port())) {
			netstring.sendNetstring(recipe + "." + text);
			socketmap.sendNetstring(recipe + " " + text);
			Awaitility.await().until(this.service::isMemoryAwaited);
			this.holder.close();
			assertThat(netstring.readNetstring()).isEqualTo(text);
			assertThat(socketmap.readNetstring()).isEqualTo("OK " + text);
		}
	}

	@Test
	void textsOfUnknownLengthDoNotDeadlock() {
		List<SocketClient> clients = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			clients.add(SocketClient.connect(this.httpPort).send(chunked("lower-case", LARGE)));
			clients.add(SocketClient.connect(this.httpPort).send(post("lower-case", LARGE, "")));
		}
		this.holder.close();
		assertThat(clients).allSatisfy(
				(client) -> assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n" + RESULT));
		clients.forEach(SocketClient::close);
	}

	@Test
	void largeTextsAreRefusedAfterTheTimeout() {
		try (SocketClient netstring = SocketClient.connect(this.netstringListener.port());
				SocketClient socketmap = SocketClient.connect(this.socketmapListener.port());
				SocketClient http = SocketClient.connect(this.httpPort);
				SocketClient batch = SocketClient.connect(this.httpPort)) {
			netstring.sendNetstring("lower-case." + LARGE);
			socketmap.sendNetstring("lower-case " + LARGE);
			http.send(post("lower-case", LARGE, ""));
			batch.send(post("", "{\"recipe\":\"trim\",\"texts\":[\"" + LARGE + "\"]}",
					"Content-Type: application/json\r\n"));
			assertThat(netstring.readToEnd()).isEmpty();
			assertThat(socketmap.readNetstring()).startsWith("TEMP the server is overloaded");
			assertThat(Stream.of(http, batch))
				.allSatisfy((client) -> assertThat(client.readToEnd()).startsWith("HTTP/1.1 503 ")
					.contains("Retry-After: ")
					.contains("the server is overloaded"));
		}
	}

	@Test
	void resultsOfABatchBeyondTheMemoryLimitAreRefusedAndCounted() {
		Metrics metrics = new Metrics(this.httpPort);
		double before = metrics.failed("http", "unavailable");
		String texts = Collections.nCopies(100, "\"aaaa\"").toString();
		String batch = "{\"recipe\":\"replace=a:" + "b".repeat(900) + "\",\"texts\":" + texts + "}";
		assertThat(SocketClient.exchange(this.httpPort, post("", batch, "Content-Type: application/json\r\n")))
			.startsWith("HTTP/1.1 503 ");
		assertThat(metrics.failed("http", "unavailable")).isEqualTo(before + 1);
	}

	@Test
	void textThatGrowsBeyondTheMemoryLimitIsRefused() {
		String grows = "replace=a:" + "b".repeat(900);
		assertThat(SocketClient.exchange(this.httpPort, post(grows, "a".repeat(300), ""))).startsWith("HTTP/1.1 503 ");
	}

	private static String post(String recipe, String body, String headers) {
		return "POST /transforms%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
			.formatted(recipe.isEmpty() ? "" : "/" + recipe, headers, body.length(), body);
	}

	private static String chunked(String recipe, String body) {
		return "POST /transforms/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
			.formatted(recipe, body.length(), body);
	}

}
