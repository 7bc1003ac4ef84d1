package dev.couplet.endpoint;

import dev.couplet.transform.remote.RemoteServer;
import dev.couplet.transform.remote.RemoteTransforms;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Defines the health and the metrics of remote transforms.
 */
@Configuration(proxyBeanMethods = false)
class RemoteMonitoringConfiguration {

	// nothing is loaded or shown if there are no remote transforms
	@Bean
	InitializingBean remoteMonitoring(RemoteTransforms remotes, MeterRegistry meters,
			HealthContributorRegistry health) {
		return () -> {
			if (!remotes.servers().isEmpty()) {
				health.registerContributor("remotes", (HealthIndicator) () -> RemoteHealth.of(remotes.servers()));
				TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(remotes.breakers()).bindTo(meters);
				TaggedBulkheadMetrics.ofBulkheadRegistry(remotes.places()).bindTo(meters);
				remotes.servers().forEach((server) -> count(server, meters));
			}
		};
	}

	private static void count(RemoteServer server, MeterRegistry meters) {
		FunctionCounter.builder("couplet.remotes.kept", server, RemoteServer::keptValues)
			.description("Values that were kept as they are because a remote server did not answer")
			.tag("name", server.name())
			.register(meters);
	}

}
