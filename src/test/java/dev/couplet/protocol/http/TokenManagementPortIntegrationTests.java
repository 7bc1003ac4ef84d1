package dev.couplet.protocol.http;

import java.nio.file.Path;

import dev.couplet.endpoint.TestTokens;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code TokenValve} on a separate management port.
 */
@HttpServerTest
@TestPropertySource(properties = "management.server.port=0")
@DirtiesContext
class TokenManagementPortIntegrationTests {

	private static final String VALID = "Bearer " + TestTokens.TOKEN;

	@TempDir
	private static Path directory;

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@DynamicPropertySource
	static void tokens(DynamicPropertyRegistry registry) {
		TestTokens.create(directory, registry);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/prometheus", "/actuator/info", "/nosuch" })
	void refusesARequestWithoutAToken(String path) throws Exception {
		TokenIntegrationTests.assertRefused(TokenIntegrationTests.get(this.managementPort, path, ""));
		assertThat(TokenIntegrationTests.get(this.managementPort, path, VALID).status()).isNotEqualTo(401);
		TokenIntegrationTests.assertRefused(TokenIntegrationTests.get(this.port, "/transforms", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/readiness" })
	void theHealthNeedsNoToken(String path) throws Exception {
		assertThat(TokenIntegrationTests.get(this.managementPort, path, "").status()).isEqualTo(200);
	}

}
