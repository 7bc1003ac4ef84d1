package dev.couplet.playground;

import dev.couplet.CoupletTest;
import dev.couplet.TestCertificates;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the commands with unusual listener settings.
 */
class ListenersBrowserTests {

	@Nested
	@CoupletTest
	@BrowserTest
	@TestPropertySource(properties = { "couplet.socketmap.enabled=false", "couplet.netstring.ssl-bundle=couplet" })
	class OneDisabledAndOneWithTls {

		@LocalServerPort
		private int port;

		@DynamicPropertySource
		static void certificate(DynamicPropertyRegistry registry) {
			String bundle = "spring.ssl.bundle.pem.couplet.keystore.";
			registry.add(bundle + "certificate", () -> TestCertificates.certificate("server").toString());
			registry.add(bundle + "private-key", () -> TestCertificates.key("server").toString());
		}

		@Test
		void theirCommandsAreReplacedByANotice(Chromium browser) {
			Page page = browser.open(this.port, "recipe=trim&text=a");
			assertThat(page.content("#word-nc"))
				.isEqualTo("The netstring port uses TLS, which this client does not support.");
			assertThat(page.content("#word-postmap")).isEqualTo("This server has no socketmap listener.");
			assertThat(page.hasCall("curl")).isTrue();
			assertThat(page.hasCall("nc")).isFalse();
			assertThat(page.hasCall("postmap")).isFalse();
		}

	}

	@Nested
	@CoupletTest
	@BrowserTest
	@TestPropertySource(properties = { "couplet.grpc.enabled=false", "couplet.mcp.enabled=false" })
	class WithoutGrpcAndMcp {

		@LocalServerPort
		private int port;

		@Test
		void theirCommandsAreReplacedByANotice(Chromium browser) {
			Page page = browser.open(this.port, "recipe=trim&text=a");
			assertThat(page.content("#word-grpcurl")).isEqualTo("This server has no grpc listener.");
			assertThat(page.content("#word-mcp")).isEqualTo("This server does not serve MCP.");
			assertThat(page.hasCall("grpcurl")).isFalse();
			assertThat(page.hasCall("mcp")).isFalse();
			assertThat(page.hasCall("nc")).isTrue();
		}

	}

	@Nested
	@CoupletTest
	@BrowserTest
	@TestPropertySource(properties = "management.server.port=0")
	class HealthOnASeparatePort {

		@LocalServerPort
		private int port;

		@Test
		void theDefaultPortsAreShownWithANotice(Chromium browser) {
			Page page = browser.open(this.port, "recipe=trim&text=a");
			assertThat(page.content("#call-nc")).isEqualTo("printf %s '6:trim.a,' | nc -N localhost 11000");
			assertThat(page.content("#call-postmap")).isEqualTo("postmap -q 'a' socketmap:inet:localhost:11001:trim");
			assertThat(page.content("#call-grpcurl")).endsWith(" localhost:9090 couplet.v1.Transforms/Transform");
			assertThat(page.content("#word-nc"))
				.isEqualTo("The server does not publish its ports here; this is the default port.")
				.isEqualTo(page.content("#word-postmap"))
				.isEqualTo(page.content("#word-grpcurl"));
			assertThat(page.content("#call-mcp")).startsWith("curl http://localhost:" + this.port + "/mcp ");
		}

	}

}
