package dev.couplet.playground;

import java.nio.file.Path;

import dev.couplet.ServerProcess;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the playground while its server is unreachable.
 */
@BrowserTest
class OfflineBrowserTests {

	@Test
	void reportsItKeepsTheTextAndRetries(Chromium browser) {
		int port;
		Page page;
		try (ServerProcess server = start(0)) {
			port = server.httpPort();
			page = browser.open(port, "recipe=upper-case&text=poe");
			page.awaitResult("POE");
		}
		page.find("#text").sendKeys(Keys.END, "m");
		page.await(() -> page.content("#failure"),
				"No result: the server cannot be reached. The text is kept, and the request is retried automatically.");
		assertThat(page.text()).isEqualTo("poem");
		assertThat(page.result()).isEqualTo("POE");
		try (ServerProcess server = start(port)) {
			page.awaitResult("POEM");
			assertThat(page.find("#failure").isDisplayed()).isFalse();
			page.await(() -> page.content("#call-nc").endsWith(" " + server.port("netstring")), true);
		}
	}

	private static ServerProcess start(int port) {
		ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				"dev.couplet.CoupletApplication");
		command.environment().put("SERVER_PORT", String.valueOf(port));
		return ServerProcess.start(command);
	}

}
