package dev.couplet.settings;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Validates a Spring setting that Spring itself does not validate.
 *
 * @param timeoutPerShutdownPhase how long the server waits for requests in flight when it
 * stops
 */
@Validated
@ConfigurationProperties("spring.lifecycle")
record ShutdownProperties(@DefaultValue("8s") @DurationMin Duration timeoutPerShutdownPhase) {

}
