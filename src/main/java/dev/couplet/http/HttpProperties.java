package dev.couplet.http;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of HTTP that are not Spring Boot's own.
 *
 * @param requestTimeout from a request's first byte to its last, in seconds where there
 * is no unit, at most a day. 0 waits for ever
 */
@Validated
@ConfigurationProperties("couplet.http")
record HttpProperties(@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
		days = 1) Duration requestTimeout) {

}
