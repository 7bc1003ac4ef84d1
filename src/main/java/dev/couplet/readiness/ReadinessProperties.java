package dev.couplet.readiness;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * The settings for reporting readiness.
 *
 * @param file a file that exists, and is at most a few seconds old, while the server is
 * ready. If not set or empty, no file is written
 * @param shutdownDelay how long the server goes on serving at shutdown after it has
 * reported that it is not ready, in seconds if there is no unit. Balancers notice in that
 * time. It is shorter than {@code spring.lifecycle.timeout-per-shutdown-phase}
 */
@Validated
@ConfigurationProperties("couplet.readiness")
record ReadinessProperties(@Nullable Path file,
		@DefaultValue("0s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin Duration shutdownDelay) {

}
