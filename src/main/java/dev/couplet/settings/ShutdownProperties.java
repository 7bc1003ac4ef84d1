package dev.couplet.settings;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * A setting of Spring's that Spring does not check at all.
 *
 * @param timeoutPerShutdownPhase how long what has begun may take to be answered when the
 * server stops
 */
@Validated
@ConfigurationProperties("spring.lifecycle")
record ShutdownProperties(@DefaultValue("8s") @DurationMin Duration timeoutPerShutdownPhase) {

}
