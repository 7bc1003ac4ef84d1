package dev.couplet.log;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a flood may put into the log.
 *
 * @param warnings the most warnings and errors that one logger writes within an interval,
 * at least 1. The rest is only counted
 * @param interval the interval, 1 ms to a day
 */
@Validated
@ConfigurationProperties("couplet.log")
record LogProperties(@DefaultValue("10") @Min(1) @Max(1_000_000) int warnings,
		@DefaultValue("1m") @DurationMin(millis = 1,
				message = "must be at least 1ms") @DurationMax(days = 1) Duration interval) {

}
