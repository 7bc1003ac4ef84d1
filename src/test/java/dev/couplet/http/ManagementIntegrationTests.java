package dev.couplet.http;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@code application.yml} says of the server and its management.
 */
@HttpServerTest
class ManagementIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Environment environment;

	private TestClient client;

	@BeforeEach
	void connect() {
		this.client = new TestClient(this.port);
	}

	@Test
	void healthShowsItsComponentsAndLeavesOutWhatTheServerDoesNotNeed() throws Exception {
		Answer health = this.client.get("/actuator/health");
		assertThat(health).hasSafeHeaders();
		assertThat(health.status()).isEqualTo(200);
		assertThat(health.body()).contains("\"status\":\"UP\"", "\"livenessState\"", "\"readinessState\"")
			.doesNotContain("diskSpace", "\"ssl\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz", "/actuator/health/liveness", "/actuator/health/readiness" })
	void theProbesAnswerAtTheirOwnPaths(String path) throws Exception {
		assertThat(this.client.get(path).body()).contains("\"status\":\"UP\"");
	}

	@Test
	void infoTellsOfTheBuildAndOfNothingElse() throws Exception {
		assertThat(this.client.get("/actuator/info").body()).doesNotContain("\"java\"", "\"os\"", "\"process\"", "user",
				"remote", "host");
	}

	@ParameterizedTest
	@ValueSource(strings = { "env", "beans", "configprops", "heapdump", "loggers", "metrics", "mappings", "threaddump",
			"shutdown" })
	void noOtherEndpointIsExposed(String endpoint) throws Exception {
		assertThat(this.client.get("/actuator/" + endpoint).status()).isEqualTo(404);
	}

	@Test
	void metricsCountRequestsByPatternAndNotByRecipe() throws Exception {
		this.client.post("/transforms/quote=rosebud", "x");
		assertThat(this.client.get("/actuator/prometheus").body()).contains("uri=\"/transforms/{recipe}/**\"")
			.doesNotContain("rosebud");
	}

	@Test
	void theServerListensWhereEveryListenerDoes() {
		assertThat(this.environment.getProperty("server.address")).isEqualTo("localhost");
	}

	@Test
	void requestsRunOnVirtualThreads() throws Exception {
		assertThat(this.client.post("/transforms/thread", "").body()).isEqualTo("virtual");
	}

}
