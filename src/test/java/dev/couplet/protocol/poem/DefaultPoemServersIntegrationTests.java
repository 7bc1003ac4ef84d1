package dev.couplet.protocol.poem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.couplet.CoupletTest;
import dev.couplet.SocketClient;
import dev.couplet.poetry.PoetryProperties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the default poem servers on the running server, on other ports.
 */
@CoupletTest
@Tag("slow")
class DefaultPoemServersIntegrationTests {

	private static final List<PoetryProperties.Server> DEFAULTS = new PoetryProperties(null, null).servers();

	private static final Duration DELAY = Duration.ofMillis(700);

	@Autowired
	private PoemServers servers;

	@DynamicPropertySource
	static void anyPorts(DynamicPropertyRegistry properties) {
		for (int i = 0; i < DEFAULTS.size(); i++) {
			PoetryProperties.Server server = DEFAULTS.get(i);
			String prefix = "couplet.poetry.servers[" + i + "].";
			properties.add(prefix + "port", () -> 0);
			properties.add(prefix + "framing", server::framing);
			properties.add(prefix + "num-bytes", server::numBytes);
			properties.add(prefix + "delay", server::delay);
		}
	}

	@Test
	void haveThePorts10001To10004AndNoPoemTitles() {
		assertThat(DEFAULTS).extracting(PoetryProperties.Server::port).containsExactly(10001, 10002, 10003, 10004);
		assertThat(DEFAULTS).extracting(PoetryProperties.Server::poem).containsOnlyNulls();
	}

	@Test
	void theFirstAndTheSecondSendTheirPoemsRawAndWithoutDelay() throws IOException {
		assertThat(download(0)).isEqualTo(poem("low-tide"));
		assertThat(download(1)).isEqualTo(poem("night-train"));
		assertThat(DEFAULTS.subList(0, 2)).extracting(PoetryProperties.Server::delay).containsOnly(Duration.ZERO);
	}

	@Test
	void theThirdSendsItsPoemRawWith10BytesEvery700Milliseconds() throws IOException {
		String beginning = poem("the-kettle").substring(0, 41);
		long start = System.nanoTime();
		try (SocketClient client = SocketClient.connect(port(2))) {
			assertThat(client.read(41)).isEqualTo(beginning);
		}
		// four pieces of 10 bytes, and the beginning of the fifth
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(DELAY.multipliedBy(4));
		assertThat(DEFAULTS.get(2).numBytes()).isEqualTo(10);
		assertThat(DEFAULTS.get(2).delay()).isEqualTo(DELAY);
	}

	@Test
	void theFourthSendsTheFirstPoemAsANetstringWithoutDelay() throws IOException {
		assertThat(download(3)).isEqualTo(SocketClient.netstring(poem("low-tide")));
		assertThat(DEFAULTS.get(3).delay()).isZero();
	}

	private String download(int server) {
		try (SocketClient client = SocketClient.connect(port(server))) {
			return client.readToEnd();
		}
	}

	private int port(int server) {
		return this.servers.listeners().get(server).port();
	}

	private static String poem(String title) throws IOException {
		try (InputStream file = DefaultPoemServersIntegrationTests.class
			.getResourceAsStream("/poems/" + title + ".txt")) {
			assertThat(file).isNotNull();
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
