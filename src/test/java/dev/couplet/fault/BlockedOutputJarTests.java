package dev.couplet.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

import dev.couplet.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a server whose output is a full pipe that is not read.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class BlockedOutputJarTests {

	private static final String DROPPED = "couplet_log_dropped_total";

	/**
	 * Logs HTTP requests, and malformed requests of the TCP ports.
	 */
	private static final List<String> VERBOSE_LOGGING = List.of("--logging.level.org.springframework.web=debug",
			"--logging.level.dev.couplet=debug");

	private static final String BAD_SETTING = "--couplet.tcp.max-connections=0";

	private PipedServer server;

	@AfterEach
	void kill() {
		this.server.close();
	}

	@Test
	void servesAndTerminatesOnSigterm() {
		this.server = new PipedServer(VERBOSE_LOGGING).awaitStart();
		logUntilEventsAreDropped();
		assertThat(this.server.get("/livez")).contains("UP");
		assertThat(SocketClient.exchange(this.server.port("netstring"), "13:cummingsify.A,")).isEqualTo("1:a,");
		assertThat(SocketClient.exchange(this.server.port("netstring"), "no netstring")).isEmpty();
		this.server.stop();
		assertThat(this.server.awaitExit()).isEqualTo(143);
	}

	@Test
	void terminatesOnSigtermWithLogbacksAsyncAppender(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("logback.xml"), """
				<configuration>
					<appender name="console" class="ch.qos.logback.core.ConsoleAppender">
						<encoder><pattern>%-500msg%n</pattern></encoder>
					</appender>
					<appender name="async" class="ch.qos.logback.classic.AsyncAppender">
						<appender-ref ref="console"/>
					</appender>
					<root level="info"><appender-ref ref="async"/></root>
				</configuration>
				""");
		List<String> settings = new ArrayList<>(VERBOSE_LOGGING);
		settings.add("--logging.config=" + file);
		this.server = new PipedServer(settings).awaitStart();
		// Logback's appender buffers 256 events, which is more than a pipe holds
		logSome(500);
		this.server.stop();
		assertThat(this.server.awaitExit()).isEqualTo(143);
	}

	@Test
	void logsTheNumberOfDroppedEventsWhenThePipeIsReadAgain() {
		this.server = new PipedServer(VERBOSE_LOGGING).awaitStart();
		logUntilEventsAreDropped();
		MatchResult gap = this.server.readUntil(" WARN .*Dropped (\\d+) events");
		assertThat(this.server.metrics().value(DROPPED)).isEqualTo(Double.parseDouble(gap.group(1)));
		this.server.stop();
		assertThat(this.server.readToEnd()).containsSubsequence("Dropped", "/actuator/prometheus",
				"Commencing graceful shutdown");
	}

	@Test
	void aFailedStartTerminatesIfThePipeIsNotRead() {
		this.server = new PipedServer(List.of(BAD_SETTING, "--logging.level.root=trace"));
		assertThat(this.server.awaitExit()).isOne();
	}

	@Test
	void aFailedStartLogsTheReasonCompletely() {
		this.server = new PipedServer(List.of(BAD_SETTING));
		assertThat(this.server.readToEnd().stripTrailing()).contains("APPLICATION FAILED TO START")
			.contains("couplet.tcp.max-connections is '0', but must be greater than or equal to 1")
			.endsWith("Change the setting.");
		assertThat(this.server.awaitExit()).isOne();
	}

	private void logUntilEventsAreDropped() {
		while (this.server.metrics().value(DROPPED) == 0) {
			logSome(50);
		}
	}

	private void logSome(int requests) {
		for (int i = 0; i < requests; i++) {
			assertThat(this.server.get("/transforms/trim")).startsWith("HTTP/1.1 200");
			assertThat(SocketClient.exchange(this.server.port("netstring"), "no netstring")).isEmpty();
		}
	}

}
