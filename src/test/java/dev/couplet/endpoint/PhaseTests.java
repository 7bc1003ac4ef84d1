package dev.couplet.endpoint;

import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.context.WebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Phase}: its order, with Spring Boot's own phases.
 */
class PhaseTests {

	@Test
	void theWebServerStartsBetweenThePortsAndTheService() {
		assertThat(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE).isBetween(Phase.PORTS.value() + 1,
				Phase.SERVICE.value() - 1);
	}

	@Test
	void endpointsDrainDuringTheGracefulShutdownOfTheWebServer() {
		assertThat(Phase.DRAIN.value()).isEqualTo(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
	}

	@Test
	void theServiceStopsAfterTheDrainWhichFollowsTheEndOfReadiness() {
		assertThat(Phase.READY.value()).isGreaterThan(Phase.DRAIN.value());
		assertThat(Phase.DRAIN.value()).isGreaterThan(Phase.SERVICE.value());
	}

}
