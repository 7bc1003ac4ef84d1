package dev.couplet.readiness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.couplet.endpoint.Phase;
import dev.couplet.endpoint.PhasedLifecycle;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

	@Bean
	ReadinessFile readinessFile(ReadinessProperties properties, ObjectProvider<HealthEndpoint> health,
			ApplicationAvailability availability) {
		Path file = properties.file();
		if (file != null && !canExist(file.toAbsolutePath())) {
			throw new InvalidConfigurationPropertyValueException("couplet.readiness.file", file,
					"It must be a file in an existing directory");
		}
		return new ReadinessFile(file, health, availability);
	}

	// a directory would be deleted while the server is not ready, if it is empty
	private static boolean canExist(Path file) {
		return !Files.isDirectory(file) && file.getParent() != null && Files.isDirectory(file.getParent());
	}

	@Bean
	PhasedLifecycle readinessFileLifecycle(ReadinessFile file) {
		return new PhasedLifecycle(Phase.READY, file::start, file::stop);
	}

	@Bean
	PhasedLifecycle shutdownDelay(ReadinessProperties properties, LifecycleProperties lifecycle) {
		Duration delay = properties.shutdownDelay();
		Duration limit = lifecycle.getTimeoutPerShutdownPhase();
		if (delay.isPositive() && delay.compareTo(limit) >= 0) {
			// Spring would end the delay at the limit
			throw new InvalidConfigurationPropertyValueException("couplet.readiness.shutdown-delay", delay,
					"It must be shorter than spring.lifecycle.timeout-per-shutdown-phase, " + limit.toMillis() + " ms");
		}
		return new PhasedLifecycle(Phase.READY, () -> {
		}, () -> pause(delay));
	}

	private static void pause(Duration delay) {
		try {
			Thread.sleep(delay);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
