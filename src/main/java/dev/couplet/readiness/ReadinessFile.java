package dev.couplet.readiness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationListener;

/**
 * A file that exists while the server is ready, for container health checks. It is
 * rewritten every second, and deleted as soon as the server is not ready. The check needs
 * no port, so it works with any set of listeners, and a hung or dead process stops
 * updating the file.
 */
final class ReadinessFile implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

	private static final Logger logger = LoggerFactory.getLogger(ReadinessFile.class);

	private static final int INTERVAL_SECONDS = 1;

	private final @Nullable Path file;

	private final ObjectProvider<HealthEndpoint> health;

	private final ApplicationAvailability availability;

	private volatile @Nullable ScheduledExecutorService timer;

	/**
	 * Creates the component.
	 * @param file the path, in an existing directory; null writes no file
	 * @param health the health endpoint, whose readiness group decides
	 * @param availability the availability state, which decides if there is no health
	 * endpoint
	 */
	ReadinessFile(@Nullable Path file, ObjectProvider<HealthEndpoint> health, ApplicationAvailability availability) {
		this.file = file;
		this.health = health;
		this.availability = availability;
	}

	void start() {
		Path written = this.file;
		if (written == null) {
			return;
		}
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("readiness").factory());
		started.scheduleWithFixedDelay(() -> update(written), 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
		this.timer = started;
	}

	@Override
	public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> change) {
		ScheduledExecutorService running = this.timer;
		Path written = this.file;
		if (running != null && written != null) {
			running.execute(() -> update(written));
		}
	}

	private void update(Path written) {
		try {
			if (isReady()) {
				Files.writeString(written, "ready\n");
			}
			else {
				Files.deleteIfExists(written);
			}
		}
		catch (IOException | RuntimeException ex) {
			// the next update may succeed
			logger.warn("couplet.readiness.file cannot be written: {}", ex.toString());
		}
	}

	private boolean isReady() {
		HealthEndpoint endpoint = this.health.getIfAvailable();
		HealthDescriptor readiness = (endpoint != null) ? endpoint.healthForPath("readiness") : null;
		return (readiness != null) ? readiness.getStatus().equals(Status.UP)
				: this.availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
	}

	void stop() {
		ScheduledExecutorService running = this.timer;
		Path written = this.file;
		if (running == null || written == null) {
			return;
		}
		this.timer = null;
		running.close();
		try {
			Files.deleteIfExists(written);
		}
		catch (IOException ex) {
			// health checks also look at the file's age
		}
	}

}
