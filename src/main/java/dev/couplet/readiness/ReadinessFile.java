package dev.couplet.readiness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
 * A file that is written every second as long as the server is ready, and taken away as
 * soon as it is not. A container's health check looks at it: it needs no port, whichever
 * there are and whatever they speak, and a process that hangs or has died writes no more.
 */
final class ReadinessFile implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

	private static final Logger logger = LoggerFactory.getLogger(ReadinessFile.class);

	private static final int INTERVAL_SECONDS = 1;

	private final Path file;

	private final ObjectProvider<HealthEndpoint> health;

	private final ApplicationAvailability availability;

	private volatile @Nullable ScheduledExecutorService timer;

	/**
	 * Makes a file.
	 * @param file where; its folder is there
	 * @param health tells whether the server is ready, with all that it is made of
	 * @param availability tells whether it has started and not begun to stop, for a
	 * server that has no health endpoint
	 */
	ReadinessFile(@Nullable Path file, ObjectProvider<HealthEndpoint> health, ApplicationAvailability availability) {
		this.file = Objects.requireNonNull(file);
		this.health = health;
		this.availability = availability;
	}

	void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("readiness").factory());
		started.scheduleWithFixedDelay(this::update, 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
		this.timer = started;
	}

	@Override
	public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> change) {
		ScheduledExecutorService running = this.timer;
		if (running != null) {
			running.execute(this::update);
		}
	}

	private void update() {
		try {
			if (isReady()) {
				Files.writeString(this.file, "ready\n");
			}
			else {
				Files.deleteIfExists(this.file);
			}
		}
		catch (IOException | RuntimeException ex) {
			// of which the next may succeed
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
		if (running != null) {
			this.timer = null;
			running.close();
		}
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			// it grows old
		}
	}

}
